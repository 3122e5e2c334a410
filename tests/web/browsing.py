"""A browser without a screen: it keeps the token of the last form it saw, and sends forms with it."""

import re
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from consult.store.database import Store
from consult.store.staff import Staff
from consult.store.visits import VisitKey
from tests.actions.deeds import begin, say, where
from tests.fixtures.apps import sign_in, sit_down, token_in
from tests.fixtures.cast import Invited


class Browser:
    """One person's browser."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()
        self.token = ""

    def open(self, address: str, **more: Any) -> TestResponse:
        """Get a page."""
        return self._keep(self.client.get(address.partition("#")[0], **more))

    def send(self, address: str, **fields: Any) -> TestResponse:
        """Send a form with the token last seen; a first page is opened where none was."""
        if not self.token:
            self.open("/")
        return self._keep(self.client.post(address, data={"csrf_token": self.token} | fields))

    def follow(self, answer: TestResponse) -> TestResponse:
        """Go where a deed leads."""
        assert answer.status_code in {302, 303}, answer.status
        return self.open(answer.location)

    def _keep(self, page: TestResponse) -> TestResponse:
        if page.mimetype == "text/html" and 'name="csrf_token"' in page.text:
            self.token = token_in(page)
        return page


class Talker(Browser):
    """A child in the middle of a talk."""

    def __init__(self, app: Flask, store: Store, who: Invited) -> None:
        super().__init__(app)
        self.store, self.visit = store, begin(store, who)
        sit_down(self.client, self.visit)

    def place(self, question: str) -> int:
        """Where a question stands."""
        return where(self.store, self.visit).place_of(question)

    def say(self, question: str, *picked: str, words: str = "", fields: dict[str, str] | None = None) -> None:
        """Answer without the page."""
        say(self.store, self.visit, question, *picked, words=words, form_key=question, fields=fields)

    def ask(self, question: str) -> TestResponse:
        """The page of a question."""
        return self.open(f"/talk/{self.place(question)}")

    def answer(self, question: str, *picked: str, **fields: Any) -> TestResponse:
        """Send the form of a question."""
        if not self.token:
            self.open("/talk/help")
        return self.send(f"/talk/{self.place(question)}", **({"key": "form", "a": list(picked)} | fields))

    def reach_words(self) -> str:
        """Up to the first question that wants words; its key."""
        self.say("feel_today", "good")
        self.say("home_likes", "food")
        self.say("happy_home", "no")
        return "happy_home_more"

    def said(self, question: str) -> Any:
        """What is kept for a question; KeyError before anything is."""
        return where(self.store, self.visit).lines[question].answer


def staff_browser(app: Flask, store: Store, who: Staff) -> Browser:
    """The browser of a member of staff, signed in."""
    browser = Browser(app)
    sign_in(browser.client, store, who)
    return browser


def note_on(page: TestResponse) -> str:
    """The amber sentence of a child's page; blank without one."""
    found = re.search(r'id="note".*?<p>(.*?)</p>', page.text, re.DOTALL)
    return found[1].strip() if found else ""


def faults_on(page: TestResponse) -> dict[str, str]:
    """Field -> the sentence beside it, on a staff page."""
    found = re.findall(r'class="fault" id="([a-z_]+)-fault">.*?</svg>(.*?)</p>', page.text, re.DOTALL)
    return {name: sentence.strip() for name, sentence in found}


def box_on(page: TestResponse) -> str:
    """What stands in the textarea, as the page carries it."""
    found = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page.text, re.DOTALL)
    assert found is not None, "the page has no box"
    return found[1]


def visit_of(browser: Browser) -> VisitKey:
    """The visit in a browser's cookie."""
    with browser.client.session_transaction() as session:
        return VisitKey(*session["visit"])
