"""That nothing waits unseen: who has pressed “I don’t feel safe”, without a word of what was said."""

from flask import render_template

from consult.store.alerts import list_all_open_alerts
from consult.store.authorities import fetch_authority
from consult.web.desk.message_filling import urgent_lines
from consult.web.house.guard import officer
from consult.web.house.premises import the_store
from consult.web.office.blueprint import Page, room
from consult.web.office.pages import AlertsPage


@room.get("/alerts")
def alerts() -> Page:
    """Everything open in the authority."""
    with the_store().reading(officer().authority_id) as tx:
        lines = urgent_lines(list_all_open_alerts(tx), tx.now)
        contact = fetch_authority(tx).contact
    return render_template("office/alerts.html", page=AlertsPage(lines, contact.cover_name, contact.cover_phone))
