"""Staff pages in their states for the gallery; everyone here is made up."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import segno
from markupsafe import Markup

from consult.web.desk import pages as desk
from consult.web.desk import sent_pages as sent
from consult.web.house.samples_child import DRAWING
from consult.web.office import pages as office

TODAY = dt.date(2026, 11, 23)
TOMOS = desk.Child("c1", "1650", "Tomos", 16, "star")
AVA = desk.Child("c2", "2150", "Ava", 6, "rabbit")
MAREK = desk.Child("c3", "1720", "Marek", 14)
NOOR = desk.Child("c4", "2161", "Noor", 2)
LONG = desk.Child("c5", "2103-LONGER-REFERENCE", "Maximiliane-Alexandra", 12, "cat")


def _on(day: int, month: int = 11) -> dt.date:
    return dt.date(2026, month, day)


def at(day: int, hour: int, minute: int, month: int = 11) -> dt.datetime:
    """A moment of the gallery’s November."""
    return dt.datetime(2026, month, day, hour, minute)


def _row(number: int, day: dt.date, kind: str, child: desk.Child, state: desk.State) -> desk.Row:
    return desk.Row(f"r{number}", day, kind, child, state)


_NOW = (
    replace(_row(1, _on(16), "subsequent", MAREK, desk.State("not_invited")), seen="alone", overdue=True),
    replace(_row(2, _on(24), "initial", TOMOS, desk.State("sent", _on(19))), seen="no", read_today=True),
    replace(_row(3, _on(26), "second", AVA, desk.State("changed", _on(21))), seen="virtual"),
    _row(4, _on(27), "additional", NOOR, desk.State("too_young")),
)
_NEXT = (
    replace(_row(5, _on(30), "subsequent", LONG, desk.State("started", _on(20), 4, 10)), seen="with_others"),
    _row(6, _on(2, 12), "consultation", TOMOS, desk.State("declined", _on(18))),
)
_LATER = (
    _row(7, _on(18, 12), "final", AVA, desk.State("invited", _on(20))),
    _row(8, _on(22, 12), "subsequent", MAREK, desk.State("not_invited")),
)
_HELD = (
    replace(_row(9, _on(10), "subsequent", TOMOS, desk.State("sent", _on(3), read=True)), seen="alone", held=True),
    replace(_row(10, dt.date(2025, 10, 6), "second", AVA, desk.State("no_booklet")), held=True),
)
_COUNTS = {"all": 140, "to_invite": 6, "to_read": 3, "not_sent": 4, "overdue": 1, "held": 12}
_FILTERS = tuple(desk.Filter(key, count) for key, count in _COUNTS.items())
_GROUPS = tuple(
    desk.Group(key, rows) for key, rows in (("now", _NOW), ("next", _NEXT), ("later", _LATER), ("held", _HELD))
)
DESK = desk.Desk(TODAY, 75, 140, 8, 3, _FILTERS, _GROUPS, desk.Paging(2, 6, 26, 35, 140))
_NONE = desk.Paging(1, 1, 0, 0, 0)
DESK_EMPTY = desk.Desk(TODAY, 0, 0, 0, 0, (), (), _NONE, may_invite=False)

_HOME = sent.Part(
    "Where you live",
    (
        sent.Answered("How are things where you live?", picks=(sent.Pick("Mostly good"),)),
        sent.Answered(
            "What makes it like that?",
            words="we cook on fridays and then its football. the dog sleeps on my bed now",
            guess=sent.Guess("positive", ("home_placement", "pets")),
            follow_up=True,
        ),
        sent.Answered("How safe do you feel, from 0 to 10?", scale="8"),
    ),
)
_WORRIES = sent.Part(
    "What worries you",
    (
        sent.Answered("Do you have problems with bullying?", picks=(sent.Pick("Sometimes"),), changed_on=_on(21)),
        sent.Answered(
            "Is enough done about it?",
            words="no. they say ignore it but its every day",
            follow_up=True,
            guess=sent.Guess("negative", ("bullying_safety", "being_listened_to")),
            concern="It says that something bad happens every day.",
        ),
        sent.Answered("Is there something about your health?", skipped=True),
        sent.Answered(
            "Is there something only for your reviewing officer?",
            words="i get upset after calls\nplease dont say",
            kept_back=True,
        ),
    ),
)
_PEOPLE = sent.Part(
    "Your review",
    (
        sent.Answered(
            "Who do you want to come, and who not?",
            people=(
                sent.Guests("come", ("My social worker", "nan")),
                sent.Guests("not", ("Uncle Bo & his dog",)),
                sent.Guests("either", ("My teacher",)),
            ),
        ),
        sent.Answered("Draw something about your week.", words="my house at nite", drawing=DRAWING),
        sent.Answered("What do you want to change?", stopped=True),
    ),
)
_FEEL = sent.Part(
    "How it is now",
    (
        sent.Answered("How do you feel today?", picks=(sent.Pick("Not good", "not_good"),)),
        sent.Answered("What do you like?", picks=(sent.Pick("Drawing"), sent.Pick("Swimming")), words="my red bike"),
        sent.Answered("What would you change?", words="أريد أن أرى أختي أكثر", guess=sent.Guess("not_assessed")),
    ),
)
SENT = sent.Sent(
    "k1",
    "Before my review",
    3,
    "11-plus",
    at(19, 18, 12),
    (_HOME, _WORRIES),
    helped_by="carer",
    read_out="yes",
    quote=True,
    changed_at=at(21, 9, 5),
)
SENT_CHILD = sent.Sent("k2", "About me", 1, "under-11", at(19, 18, 12), (_FEEL, _PEOPLE), helped_by="alone")
FEEDBACK = sent.Sent("k3", "How was the review?", 1, "under-11", at(22, 16, 2), (replace(_FEEL, title="The review"),))
_EVENTS = (
    desk.Event("invited", at(2, 10, 15)),
    desk.Event("started", at(17, 17, 40)),
    desk.Event("sent", at(19, 18, 12)),
)
_HELD_EVENTS = (*_EVENTS, desk.Event("read", at(20, 9, 0)), desk.Event("held", at(23, 10, 0)))
REVIEW = desk.Review(
    "r1",
    TOMOS,
    _on(24),
    "initial",
    desk.State("changed", _on(21), read=True),
    seen="no",
    has_card=True,
    has_pictures=True,
    events=_EVENTS,
    sent=SENT,
)
WAITING = desk.Review("r2", AVA, _on(26), "second", desk.State("not_invited"))
_HOLD_VALUES = {"held_on": "2027-05-03", "seen_beforehand": "alone"}
_HOLD_ERRORS = {
    "held_on": "This day is still to come. Choose the day it was held.",
    "participation_code": "Say how the young person took part.",
}
_SPOKEN = tuple(
    sent.Spoken("What worries you", answer)
    for answer in (*_HOME.answers, *_WORRIES.answers[:2], *_FEEL.answers, *_PEOPLE.answers[:2])
)
READ_OUT = desk.ReadOut("r1", TOMOS, _on(24), _SPOKEN, kept_back=2, number=1)
_QR = segno.make("https://booklet.example/c/AbCdEf123456", error="m").svg_inline(omitsize=True, border=2)
_CARD = desk.Card(
    "Tomos",
    "482910375516",
    Markup(_QR),  # noqa: S704
    "booklet.example",
)
CHILD_VALUES = {"ref": "2150", "first_name": "Ava", "date_of_birth": "", "review_date": "2026-12-03", "kind": "second"}
CHILD_ERRORS = {"ref": "Somebody else has this reference.", "date_of_birth": "Write the date of birth."}
FAULTS = (
    office.Fault(0, "iro", "This column is missing."),
    office.Fault(7, "review_date", "“31/11/2026” is not a day. Write it as 2026-11-30 or 30/11/2026."),
    office.Fault(12, "", "This review stands in the file twice, here and in row 9."),
)
_SETTINGS = {
    "officer_title": "reviewing officer",
    "out_of_hours_phone": "01632 960 123",
    "cover_name": "Bernadette",
    "cover_phone": "01632 960 456",
}
_BAD_SETTINGS = {"out_of_hours_phone": "Write the number with digits, such as 01632 960 123."}
_SPOKEN_HERE = (
    office.Sentence("text", "How do you feel today?", "a" * 64, "recorded", "a" * 64),
    office.Sentence("hint", "Pick the face that fits best.", "b" * 64, "not_yet"),
    office.Sentence("option", "I don’t know", "c" * 64, "changed", "d" * 64, "I’m not sure"),
)
_ENGLISH = office.Offered("en", "English", "English", False, True)
RECORDINGS = office.RecordingsPage(
    (("about-me-under-11", "Before my review"), ("after-review", "After my review")),
    "about-me-under-11",
    "Before my review",
    (office.SpokenSection("You", _SPOKEN_HERE),),
    1,
    3,
    _ENGLISH,
    (_ENGLISH, office.Offered("pl", "Polish", "Polski", True, False)),
)


def page_of(template: str, page: object, **more: Any) -> tuple[str, Mapping[str, Any]]:
    """A staff page within its frame."""
    rooms = ("voice", "office/settings", "office/import") if template.startswith("office/") else ("desk", "voice")
    nav = tuple((room.split("/")[-1].title(), f"/{room}", template.startswith(room), 0) for room in rooms)
    return template, {"page": page, "nav": nav, "staff_name": "Amira", "authority": SimpleNamespace(demo=True), **more}


def _form(errors: Mapping[str, list[str]]) -> SimpleNamespace:
    return SimpleNamespace(errors=errors, email=SimpleNamespace(data="amira@example.org" if errors else ""))


_SAMPLES: dict[str, tuple[str, Mapping[str, Any]]] = {
    "staff-desk": page_of("desk/desk.html", DESK),
    "staff-desk-first-day": page_of("desk/desk.html", DESK_EMPTY),
    "staff-desk-found-nobody": page_of("desk/desk.html", replace(DESK, groups=(), paging=_NONE, search="Zo")),
    "staff-desk-list-empty": page_of("desk/desk.html", replace(DESK, groups=(), paging=_NONE, show="overdue")),
    "staff-add-child": page_of("desk/add_child.html", desk.AddChild()),
    "staff-add-child-faults": page_of("desk/add_child.html", desk.AddChild(CHILD_VALUES, CHILD_ERRORS)),
    "staff-add-review": page_of("desk/add_review.html", desk.AddReview(MAREK, {}, {"review_date": "Write the day."})),
    "staff-review-sent": page_of("desk/review.html", REVIEW),
    "staff-review-ask-first": page_of("desk/review.html", replace(REVIEW, child=AVA, sent=SENT_CHILD)),
    "staff-review-not-invited": page_of("desk/review.html", WAITING),
    "staff-review-may-not-invite": page_of("desk/review.html", replace(WAITING, may_invite=False)),
    "staff-review-invited": page_of(
        "desk/review.html", replace(WAITING, state=desk.State("invited", _on(2)), has_card=True)
    ),
    "staff-review-started": page_of("desk/review.html", replace(WAITING, state=desk.State("started", _on(2), 4, 10))),
    "staff-review-declined": page_of("desk/review.html", replace(WAITING, state=desk.State("declined", _on(2)))),
    "staff-review-too-young": page_of("desk/review.html", replace(WAITING, child=NOOR, state=desk.State("too_young"))),
    "staff-review-hold-faults": page_of(
        "desk/review.html", replace(WAITING, form="hold", values=_HOLD_VALUES, errors=_HOLD_ERRORS)
    ),
    "staff-review-held": page_of(
        "desk/review.html",
        replace(
            REVIEW,
            held_on=_on(23),
            participation_code="PN1",
            chaired="co",
            seen="alone",
            events=_HELD_EVENTS,
            others=(FEEDBACK,),
        ),
    ),
    "staff-card": page_of("desk/card.html", desk.Cards("r1", (_CARD, replace(_CARD, first_name=LONG.first_name)))),
    "staff-read-out": page_of("desk/read_out.html", READ_OUT),
    "staff-read-out-last": page_of("desk/read_out.html", replace(READ_OUT, number=len(_SPOKEN))),
    "staff-read-out-all": page_of("desk/read_out.html", replace(READ_OUT, number=0)),
    "staff-read-out-nothing": page_of("desk/read_out.html", replace(READ_OUT, spoken=(), read_out="no")),
    "staff-settings-first": page_of("office/settings.html", office.SettingsPage({}, _BAD_SETTINGS)),
    "staff-settings": page_of("office/settings.html", office.SettingsPage(_SETTINGS, complete=True)),
    "staff-recordings": page_of("office/recordings.html", RECORDINGS),
    "staff-recordings-faults": page_of(
        "office/recordings.html", replace(RECORDINGS, errors={"b" * 64: "This is not a sound file we can play."})
    ),
    "staff-import": page_of("office/import.html", office.ImportPage()),
    "staff-import-faults": page_of("office/import.html", office.ImportPage({"what": "reviews"}, faults=FAULTS)),
    "staff-import-done": page_of(
        "office/import.html", office.ImportPage(imported=office.Imported("reviews", 12, 3, 125))
    ),
    "staff-sign-in": page_of("security/login_user.html", None, login_user_form=_form({}), nav=(), staff_name=""),
    "staff-sign-in-wrong": page_of(
        "security/login_user.html", None, login_user_form=_form({"email": ["no"]}), nav=(), staff_name=""
    ),
    "staff-left": page_of("door/staff_left.html", None, nav=(), staff_name=""),
    "staff-error": page_of(
        "errors/staff.html",
        None,
        title="This page is not here",
        sentence="It may have moved, or it is not one of yours.",
        next_step="Go to your desk",
        next_url="/desk",
    ),
}


def samples() -> Mapping[str, tuple[str, Mapping[str, Any]]]:
    """Sample name -> (template, context)."""
    return _SAMPLES
