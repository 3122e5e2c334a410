"""Staff at a screen."""

from playwright.sync_api import Page, expect

from consult.store.staff import Staff
from tests.fixtures.passwords import PASSWORD, next_code


def sign_in(page: Page, who: Staff, password: str = PASSWORD) -> None:
    """By the form, and with the right password by the code."""
    page.goto("/staff")
    page.get_by_label("E-mail address").fill(who.email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    if password == PASSWORD:
        page.get_by_label("Code", exact=True).fill(next_code(who))
        page.get_by_role("button", name="Go on").click()


def sees(page: Page, heading: str) -> None:
    """The page with this heading is up."""
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
