"""A new password and the same again, as two fields."""

from flask import current_app

from consult.actions.passwords import find_fault
from consult.store.staff import Staff
from consult.web.door.staff_pages import say_password_fault
from consult.web.house.premises import premises_of


def find_password_faults(who: Staff, password: str, again: str) -> dict[str, str]:
    """Field -> what is wrong with it; empty where the password can be kept."""
    host = premises_of(current_app).settings.base_url.partition("://")[2]
    fault = find_fault(password, who.name, who.email, host, "stepping stones", "consult")
    if fault:
        return {"password": say_password_fault(fault)}
    return {} if password == again else {"again": say_password_fault("twice")}
