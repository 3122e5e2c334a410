"""Samples of the children's pages for the gallery: every page, both bands, every kind of question."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from consult.booklet.answers import Answer, Wish
from consult.booklet.kinds import KINDS
from consult.booklet.model import Option, Question
from consult.web.door.pages import NOTES as DOOR_NOTES
from consult.web.door.pages import AvatarPage, CardPage, MePage, PicturesPage
from consult.web.house.catalogues import Language
from consult.web.house.not_saved import NotSavedPage
from consult.web.house.sounds import Heard
from consult.web.talk.choosing_pages import ForHelperPage, HelperPage, LanguagePage, LooksPage
from consult.web.talk.own_pages import (
    AlertedPage,
    AlertRaised,
    AnswerGiven,
    HomePage,
    MessageTold,
    Tile,
    ToldPage,
)
from consult.web.talk.pages import (
    NOTES,
    AskPage,
    CheckPage,
    Contacts,
    DeclinedPage,
    DonePage,
    English,
    HelpPage,
    Person,
    Progress,
    Reader,
    Reading,
    Said,
    Share,
    StartPage,
    Task,
)

Sample = tuple[str, Mapping[str, Any]]

REVIEW = dt.date(2026, 12, 8)
SENT = dt.date(2026, 11, 21)
READER = Reader("Amira", "reviewing officer", dt.date(2026, 11, 25))
CONTACTS = Contacts("01632 960 014", "Jo, who works with Amira", "01632 960 999")
PEOPLE = {"u11": Person("Sam", "fox", "u11"), "t11": Person("Rhiannon", "star", "t11")}

YES_NO = (Option("yes", "Yes"), Option("no", "No"), Option("unsure", "I’m not sure"))
LIKES = (
    Option("food", "The food", "p-food"),
    Option("room", "My room", "p-room"),
    Option("outside", "Being outside", "p-outside"),
    Option("pets", "Pets", "p-pets"),
    Option("people", "The people", "p-people"),
    Option("quiet", "Quiet time", "p-quiet"),
    Option("play", "Playing", "p-play"),
    Option("none", "Nothing right now", "p-none", exclusive=True),
)
HELPERS = (
    Option("carer", "My carer"),
    Option("worker", "My social worker"),
    Option("friend", "A friend"),
    Option("nobody", "Nobody right now", exclusive=True),
)
FACES = (
    Option("good", "Good"),
    Option("ok", "OK"),
    Option("not_good", "Not good"),
    Option("mix", "A mix"),
    Option("unsure", "I don’t know"),
)
STEPS = (
    Option("5", "Really good"),
    Option("4", "Mostly good"),
    Option("3", "Some good, some not good"),
    Option("2", "Mostly not good"),
    Option("1", "Not good at all"),
    Option("unsure", "I’m not sure"),
)
SCALE = tuple(Option(str(number), str(number)) for number in range(11))

DRAWING = "[[0,0,60,300,540,300],[4,1,120,300,120,180,220,110,320,180,320,300],[2,1,480,80]]"
SOUNDS = (Heard("Do you see your family enough?", "/sound/1"), Heard("Yes", "/sound/2"))

QUESTIONS: dict[str, tuple[Question, tuple[Option, ...]]] = {
    "choice": (Question("see_family", "choice", "Do you see your family enough?"), YES_NO),
    "choices": (
        Question("who_helps", "choices", "Who can you talk to?", "Tick as many as you want.", other=True),
        HELPERS,
    ),
    "pictures": (
        Question("likes", "choices", "What do you like about where you live?", "Tap as many as you want.", other=True),
        LIKES,
    ),
    "faces": (Question("home_feel", "faces", "How do you feel about where you live?"), FACES),
    "steps": (
        Question("home_steps", "steps", "How are things where you live?", "Think about the last few weeks."),
        STEPS,
    ),
    "scale": (Question("safe", "scale", "How safe do you feel?", "0 is not safe at all. 10 is very safe."), SCALE),
    "words": (Question("change", "words", "Is there anything you want to change?"), ()),
    "people": (Question("who", "people", "Who do you want to come, and who not?", options=HELPERS[:3]), HELPERS[:3]),
    "drawing": (Question("week", "drawing", "Draw something good or not good about your week."), ()),
}
ANSWERS = {
    "choice": Answer(("no",)),
    "choices": Answer(("carer",), "my nan"),
    "pictures": Answer(("room", "pets")),
    "faces": Answer(("ok",)),
    "steps": Answer(("3",)),
    "scale": Answer(("7",)),
    "words": Answer((), "I want to see my brother more.\nAnd the wifi in my room does not work."),
    "people": Answer(people=(Wish("come", "carer"), Wish("either", "worker"), Wish("not", name="Uncle Bo & his dog"))),
    "drawing": Answer((), "my bike", drawing=DRAWING),
}
ARABIC = Answer((), "أريد أن أرى أخي أكثر")


TILES = (
    Tile("tell-something", "Tell something"),
    Tile("good-news", "Good news"),
    Tile("need-something", "I need something"),
    Tile("complain", "I want to complain"),
    Tile("advocate", "I want an advocate"),
    Tile("interpreter", "I want an interpreter"),
)
WRITTEN = AnswerGiven(
    "Amira", "You can see your brother on Saturdays.\nI asked Nadia, and she said yes.", SENT, new=True
)
OWN = HomePage(
    PEOPLE["u11"],
    READER,
    REVIEW,
    contacts=CONTACTS,
    tiles=TILES,
    begun=TILES[3:4],
    told=(
        MessageTold("Good news", SENT, ("i swam 25 meters!!",), typed=True),
        MessageTold("I need something", SENT, ("new football boots, size 4",), "Amira", (WRITTEN,)),
    ),
    decided=(replace(WRITTEN, title="Before my review", new=False),),
    alerts=(AlertRaised(dt.datetime(2026, 11, 20, 19, 5), "Amira", dt.datetime(2026, 11, 21, 8, 40)),),
)

LANGUAGES = (
    Language("en", "English", "checked"),
    Language("ar", "العربية", "draft"),
    Language("pl", "Polski", "draft"),
)
BESIDE = English("How do you feel about where you live?", "Think of today.", tuple(each.text for each in FACES))


def said(name: str, place: int, answer: Answer | None = None, *, changed: bool = False) -> Said:
    """One question dealt with; no answer means skipped."""
    question, options = QUESTIONS[name]
    return Said(place, question, options, answer, changed)


SAID = (
    *(said(name, place, ANSWERS[name]) for place, name in enumerate(ANSWERS, 1)),
    Said(10, Question("school", "steps", "How is school?"), STEPS, None),
    Said(11, Question("more", "words", "Is there anything else?"), (), ARABIC, changed=True),
)

ANSWERED = tuple(each.question for each in SAID if each.answer)
SHARES = (Share("social_worker", "all"), Share("advocate", "some", frozenset({SAID[0].question.key})))
READINGS = (Reading("Amira", dt.datetime(2026, 11, 23, 10, 15, tzinfo=dt.UTC)),)


def ask(band: str, name: str, **more: Any) -> Sample:
    """A question page in the middle of a booklet."""
    question, options = QUESTIONS[name]
    shown: dict[str, Any] = {
        "progress": Progress(4, 10 if band == "u11" else 16, "Where you live"),
        "earlier": SAID[:2],
        "last": SAID[3],
        "back": "/back",
        "saved": True,
        **more,
    }
    return "talk/ask.html", {"page": AskPage(PEOPLE[band], READER, question, options, 4, key="k", **shown)}


def _questions(band: str) -> Iterator[tuple[str, Sample]]:
    for name, answer in ANSWERS.items():
        yield f"ask-{name}", ask(band, name)
        yield (
            f"ask-{name}-again",
            ask(band, name, given=KINDS[QUESTIONS[name][0].kind].fill(QUESTIONS[name][0], answer)),
        )
    for note in NOTES:
        yield f"ask-note-{note}", ask(band, "pictures", note=note)
    yield "ask-first", ask(band, "faces", earlier=(), last=None, back="", saved=False, progress=Progress(1, 5, "You"))
    yield "ask-after-skip", ask(band, "choice", earlier=SAID[:6], last=SAID[9])
    yield "ask-after-words", ask(band, "steps", last=SAID[6])
    yield "ask-after-arabic", ask(band, "words", last=SAID[10])
    yield "ask-after-people", ask(band, "words", earlier=SAID[:6], last=SAID[7])
    yield "ask-after-drawing", ask(band, "words", earlier=SAID, last=SAID[8])
    for name in ("faces", "pictures", "drawing"):
        template, shown = ask(band, name)
        words_only = replace(shown["page"], person=replace(PEOPLE[band], looks="wordsonly"))
        yield f"ask-{name}-words-only", (template, {"page": words_only})
    yield "ask-english", ask(band, "faces", english=BESIDE)
    yield "ask-recorded", ask(band, "choice", sounds=SOUNDS)
    yield "ask-twenty", ask(band, "scale", earlier=SAID, progress=Progress(20, 20, "Your review"))


def _around(band: str) -> Iterator[tuple[str, Sample]]:
    who = PEOPLE[band]
    start = StartPage(who, READER, "Before my review", REVIEW, 10, contacts=CONTACTS)
    begun = StartPage(
        who, READER, "Before my review", REVIEW, 10, True, who_sees="Your social worker can see the file."
    )
    after = StartPage(who, READER, "After my review", None, 4, after_review=True)
    for name, first in {"start": start, "start-begun": begun, "start-after-review": after}.items():
        yield name, ("talk/start.html", {"page": first})
    checks = {
        "check": CheckPage(who, READER, SAID, back="/back"),
        "check-some": CheckPage(
            who, READER, SAID, "some", frozenset({"change"}), "no", back="/back", answered=ANSWERED
        ),
        "check-sent": CheckPage(who, READER, SAID, "yes", frozenset(), "yes", sent=True),
        "check-changed": CheckPage(who, READER, SAID, "yes", frozenset(), "yes", sent=True, changed=True),
        "check-shared": CheckPage(who, READER, SAID, shares=SHARES, answered=ANSWERED),
        "check-hidden": CheckPage(who, READER, (), shares=SHARES, answered=ANSWERED, hidden=True),
        "check-stopped": CheckPage(who, READER, SAID, stopped=Progress(4, 10, "Where you live"), go_on="/next"),
        "check-note": CheckPage(who, READER, SAID, note="read_out_missing"),
        "check-after-review": CheckPage(who, READER, SAID[:3], after_review=True),
    }
    for name, check in checks.items():
        yield name, ("talk/check.html", {"page": check})
    yield from _after(who, start)
    words = {"title": "We cannot find this page", "sentence": "Go to the first page and try again.", "band": band}
    yield "error", ("errors/child.html", words)


def _after(who: Person, start: StartPage) -> Iterator[tuple[str, Sample]]:
    yield "done", ("talk/done.html", {"page": DonePage(who, READER, SENT, REVIEW, contacts=CONTACTS)})
    yield "done-late", ("talk/done.html", {"page": DonePage(who, READER, SENT, REVIEW, can_change=False)})
    yield "done-after-review", ("talk/done.html", {"page": DonePage(who, READER, SENT, None, False, after_review=True)})
    yield "help-cover", ("talk/help.html", {"page": HelpPage(who, READER, "/back", CONTACTS, "Jo")})
    yield "start-decided", ("talk/start.html", {"page": replace(start, decided=WRITTEN.words, decided_by="Amira")})
    yield "help", ("talk/help.html", {"page": HelpPage(who, READER, "/back", CONTACTS)})
    yield "help-bare", ("talk/help.html", {"page": HelpPage(who, READER, "/back")})
    yield "declined", ("talk/declined.html", {"page": DeclinedPage(who, READER, REVIEW, CONTACTS)})
    yield "done-read", ("talk/done.html", {"page": DonePage(who, READER, SENT, REVIEW, readings=READINGS)})
    yield "looks", ("talk/looks.html", {"page": LooksPage(who, "dusk", "large", True, False, "/back")})
    yield "helper", ("talk/helper.html", {"page": HelperPage(who, "carer", "/back", "unknown_helper")})
    yield "for-helper", ("talk/for_helper.html", {"page": ForHelperPage(who, "/next")})


def _own(band: str) -> Iterator[tuple[str, Sample]]:
    who = PEOPLE[band]
    tasks = (
        Task("Before my review", "new", "/open", REVIEW, stones=10),
        Task("After my review", "begun", "/open", stone=4, stones=10),
        Task("Before my summer review", "sent", "/open", sent_on=SENT),
        Task("Before my spring review", "declined", "/open"),
    )
    yield "home", ("talk/home.html", {"page": HomePage(who, READER, REVIEW, tasks, CONTACTS)})
    yield "home-empty", ("talk/home.html", {"page": HomePage(who, None)})
    yield "home-told", ("talk/home.html", {"page": replace(OWN, person=who)})
    yield "told", ("talk/told.html", {"page": ToldPage(who, READER, CONTACTS)})
    yield "alerted", ("talk/alerted.html", {"page": AlertedPage(who, READER, CONTACTS, "Jo")})
    yield "language", ("talk/language.html", {"page": LanguagePage(who, LANGUAGES, "/back")})
    yield "alerted-bare", ("talk/alerted.html", {"page": AlertedPage(who, READER)})


def _door() -> Iterator[tuple[str, Sample]]:
    yield "card", ("door/card.html", {"page": CardPage()})
    for note in DOOR_NOTES:
        yield f"card-{note}", ("door/card.html", {"page": CardPage("4821 9137 0562", note)})
    yield "card-languages", ("door/card.html", {"page": CardPage(languages=LANGUAGES)})
    yield "me", ("door/me.html", {"page": MePage("Sam")})
    yield "avatar", ("door/avatar.html", {"page": AvatarPage("Sam")})
    yield "avatar-picked", ("door/avatar.html", {"page": AvatarPage("Sam", "owl", "pick_avatar")})
    yield "pictures-choose", ("door/pictures.html", {"page": PicturesPage("Sam", True)})
    yield "pictures", ("door/pictures.html", {"page": PicturesPage("Sam", False, ("boat", "star"), "pick_three")})
    yield "not-saved", ("door/not_saved.html", {"page": NotSavedPage(ANSWERS["words"].words)})
    yield "today", ("door/today.html", {})
    yield "error", ("errors/child.html", {"title": "That was too much at once", "sentence": "Please wait a little."})


def samples() -> dict[str, Sample]:
    """Sample name (`u11-…`, `t11-…`, `door-…`) -> template and its context."""
    found = {
        f"{band}-{name}": sample for band in PEOPLE for name, sample in (*_questions(band), *_around(band), *_own(band))
    }
    return found | {f"door-{name}": sample for name, sample in _door()}
