"""Staff at a screen."""

from playwright.sync_api import Page, expect

from consult.store.staff import Staff
from tests.fixtures.passwords import PASSWORD


def sign_in(page: Page, who: Staff, password: str = PASSWORD) -> None:
    """By the form."""
    page.goto("/staff")
    page.get_by_label("E-mail address").fill(who.email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def sees(page: Page, heading: str) -> None:
    """The page with this heading is up."""
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
