"""A link by e-mail for a forgotten password: the same answer whoever asks, and the second step stays."""

import threading
from email.message import EmailMessage

import pytest
from flask import Flask

from consult.settings import BadSetting, Settings
from consult.store.database import Store
from tests.fixtures.cast import Cast
from tests.fixtures.passwords import give_password, next_code
from tests.web.browsing import Browser
from tests.web.door.test_second_factor import NEW_PASSWORD

SENT = "If somebody here has this address, a link is on its way."


@pytest.fixture
def settings(settings: Settings, request: pytest.FixtureRequest) -> Settings:
    """With a mail server, unless a test says without."""
    mail = {"SMTP_URL": "smtp://localhost:2525", "SMTP_FROM": "consult@larkshire.example"}
    more = {} if "without" in request.node.name else mail
    return Settings({**settings.environment, **more}, settings.instance, testing=True)


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> list[EmailMessage]:
    """What the mail server was given."""
    given: list[EmailMessage] = []

    class MailServer:
        def __init__(self, host: str, port: int, timeout: int) -> None:
            assert (host, port) == ("localhost", 2525)

        def __enter__(self) -> "MailServer":
            return self

        def __exit__(self, *_fault: object) -> None:
            return None

        def send_message(self, letter: EmailMessage) -> None:
            given.append(letter)

    monkeypatch.setattr("smtplib.SMTP", MailServer)
    return given


def ask(app: Flask, email: str) -> str:
    """Ask for a link; what the page says, once any e-mail is out."""
    browser = Browser(app)
    browser.open("/staff/forgotten")
    page = browser.send("/staff/forgotten", email=email)
    for thread in threading.enumerate():
        if "_send" in thread.name:
            thread.join()
    return page.text


def test_the_link_changes_the_password_and_not_the_second_step(
    app: Flask, store: Store, cast: Cast, letters: list[EmailMessage]
) -> None:
    give_password(app, store, cast.officer)
    assert "Password forgotten?" in Browser(app).open("/staff/sign-in").text
    assert SENT in ask(app, cast.officer.email)
    (letter,) = letters
    assert letter["To"] == cast.officer.email
    assert "Amira" not in letter.as_string()
    (link,) = [line for line in letter.get_content().splitlines() if line.startswith("http://localhost/staff/link/")]
    browser = Browser(app)
    browser.open(link.removeprefix("http://localhost"))
    done = browser.send(link.removeprefix("http://localhost"), password=NEW_PASSWORD, again=NEW_PASSWORD)
    assert done.location == "/staff/code"
    browser.open("/staff/code")
    assert browser.send("/staff/code", code=next_code(cast.officer)).location == "/staff"


def test_the_answer_is_the_same_whoever_asks(app: Flask, store: Store, cast: Cast, letters: list[EmailMessage]) -> None:
    give_password(app, store, cast.officer)
    pages = [ask(app, email) for email in (cast.officer.email, "nobody@larkshire.example", cast.colleague.email)]
    assert all(SENT in page for page in pages)
    assert [letter["To"] for letter in letters] == [cast.officer.email], "nor to whom has set up no second step"
    for _ in range(4):
        assert SENT in ask(app, cast.officer.email)
    assert len(letters) == 3, "three a day"


def test_without_a_mail_server_nothing_is_offered(app: Flask) -> None:
    browser = Browser(app)
    assert "/staff/forgotten" not in browser.open("/staff/sign-in").text
    assert browser.open("/staff/forgotten").status_code == 404


@pytest.mark.parametrize("wrong", [{"SMTP_URL": "localhost"}, {"SMTP_FROM": ""}])
def test_half_a_setting_is_told(settings: Settings, wrong: dict[str, str]) -> None:
    with pytest.raises(BadSetting, match="SMTP_URL"):
        _ = Settings({**settings.environment, **wrong}, settings.instance).smtp_url
