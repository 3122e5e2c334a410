"""Every address of the application, whom it is for, and what a right form for it holds."""

import datetime as dt
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from consult.store.recordings import hash_wording
from tests.fixtures.cast import Cast
from tests.fixtures.sounds import make_wav

OPEN, CHILD, OFFICER, MANAGER, STAFF = "open", "child", "officer", "manager", "staff"
ADMINISTRATOR, AUDITOR, RUNNERS, ANYBODY = "administrator", "auditor", "runners", "anybody"
"""Whom a view is for; `staff`: officers and managers; `runners`: managers and administrators; `anybody`: every role."""

Values = Callable[[Cast], Mapping[str, Any]]
PERIOD = {"from": "2026-10-01", "to": "2026-12-31"}
REVIEWS_FILE = (
    b"child_ref,first_name,date_of_birth,review_date,kind,iro,participation_code,held_on\n"
    b"N-1,Nia,2016-05-04,2026-12-01,second,amira.hassan@larkshire.example,,\n"
)


def nothing(_cast: Cast) -> Mapping[str, Any]:
    """An address without parts, or an empty form."""
    return {}


def sams_review(cast: Cast) -> Mapping[str, Any]:
    """The review of Sam, whose booklet was sent."""
    return {"review_id": cast.sam.review_id}


def mayas_review(cast: Cast) -> Mapping[str, Any]:
    """The review of Maya, who was invited."""
    return {"review_id": cast.maya.review_id}


OF_SAM = "of-sam"
"""Stands for the public id of Sam's only message or alert, which the conftest fills in."""


def sams_message(_cast: Cast) -> Mapping[str, Any]:
    """What Sam told the officer."""
    return {"message_id": OF_SAM}


def sams_alert(_cast: Cast) -> Mapping[str, Any]:
    """That Sam does not feel safe."""
    return {"alert_id": OF_SAM}


def bens_page(cast: Cast) -> Mapping[str, Any]:
    """The colleague, as administrators see them."""
    return {"person_id": cast.colleague.public_id}


def sams_record(cast: Cast) -> Mapping[str, Any]:
    """Sam, as corrections and the office name a child."""
    return {"child_id": cast.sam.child_id}


@dataclass(frozen=True)
class View:
    """One view. `own`: only for whoever the child belongs to; `form`: what its POST needs to be done.

    `gives`: the status for whom it is for, where nothing lies behind the address; 0 = as its method has it.
    """

    who: str
    address: Values = nothing
    own: bool = False
    form: Values = nothing
    gives: int = 0


def _form(**fields: Any) -> Values:
    return lambda _cast: fields


def _child_form(_cast: Cast) -> Mapping[str, Any]:
    return {
        "ref": "R-900",
        "first_name": "Noor",
        "date_of_birth": "2015-02-03",
        "review_date": "2026-12-10",
        "kind": "second",
    }


SETTINGS = {
    "officer_title": "reviewing officer",
    "out_of_hours_phone": "01632 960111",
    "cover_name": "Kim",
    "cover_phone": "01632 960112",
}
HELD = {
    "held_on": dt.date(2026, 11, 20).isoformat(),
    "participation_code": "PN1",
    "seen_beforehand": "alone",
    "chaired": "",
}
FEEL = hash_wording("How do you feel today?", "en")
"""A sentence of the youngest children's booklet; `conftest.people` lets the manager record it."""


def _recording(_cast: Cast) -> Mapping[str, Any]:
    return {"booklet": "about-me-under-11", "key": FEEL, "file": (io.BytesIO(make_wav()), "feel.wav")}


LIBRARY = {"security.login", "security.verify", "security.static"}
"""Views that the sign-in library brings."""

VIEWS: dict[str, View] = {
    "asset": View(OPEN, lambda _cast: {"name": "none.css"}),
    "health": View(OPEN),
    "ready": View(OPEN),
    "metrics": View(OPEN),
    "favicon": View(OPEN),
    "security.static": View(OPEN, lambda _cast: {"filename": "none.js"}),
    "security.login": View(OPEN),
    "staff_door.code": View(OPEN),
    "staff_door.set_up": View(OPEN),
    "staff_door.link": View(OPEN, lambda _cast: {"token": "made-up"}),
    "staff_door.forgotten": View(OPEN),
    "staff_passkey.ask": View(OPEN),
    "staff_passkey.enter": View(OPEN),
    "staff_organisation.go_there": View(OPEN),
    "staff_organisation.back": View(OPEN),
    "me.sign_in": View(ANYBODY),
    "me.change_password": View(ANYBODY, gives=422),
    "me.renew_recovery_codes": View(ANYBODY, gives=200),
    "me.ask_for_passkey": View(ANYBODY, gives=200),
    "me.add_passkey": View(ANYBODY),
    "me.remove_passkey": View(ANYBODY, gives=404),
    "security.verify": View(OPEN),
    "gallery.index": View(OPEN),
    "gallery.sample": View(OPEN, lambda _cast: {"name": "none"}),
    "door.card": View(OPEN),
    "door.enter": View(OPEN),
    "door.choose_language": View(OPEN),
    "door.me": View(OPEN),
    "door.say_me": View(OPEN),
    "door.avatar": View(OPEN),
    "door.choose_avatar": View(OPEN),
    "door.pictures": View(OPEN),
    "door.tap_pictures": View(OPEN),
    "door.leave": View(OPEN),
    "door.today": View(OPEN),
    "door.sun": View(OPEN),
    "door.forget": View(OPEN),
    "door.staff": View(OPEN),
    "door.staff_leave": View(OPEN),
    "talk.home": View(CHILD),
    "talk.language": View(CHILD),
    "talk.choose_language": View(CHILD, form=_form(language="en")),
    "talk.start": View(CHILD),
    "talk.go_on": View(CHILD),
    "talk.tap_pictures": View(CHILD),
    "talk.begin": View(CHILD),
    "talk.decline": View(CHILD),
    "talk.later": View(CHILD),
    "talk.ask": View(CHILD, lambda _cast: {"place": 1}),
    "talk.answer": View(CHILD, lambda _cast: {"place": 1}),
    "talk.check": View(CHILD),
    "talk.send": View(CHILD),
    "talk.done": View(CHILD),
    "talk.help": View(CHILD),
    "talk.mine": View(CHILD),
    "about.index": View(OPEN),
    "about.children": View(OPEN),
    "about.young_people": View(OPEN),
    "about.document": View(OPEN, lambda _cast: {"name": "privacy"}),
    "talk.helper": View(CHILD),
    "talk.say_helper": View(CHILD, form=_form(helper="alone")),
    "talk.for_helper": View(CHILD),
    "talk.looks": View(CHILD),
    "talk.choose_looks": View(CHILD, form=_form(avatar="owl", look="dusk")),
    "talk.tell": View(CHILD, form=_form(booklet="good-news")),
    "talk.alert": View(CHILD, form=_form(words="")),
    "talk.alerted": View(CHILD),
    "talk.offline": View(CHILD),
    "talk.take_blank": View(CHILD),
    "talk.post_letter": View(OPEN),
    "talk.worker": View(OPEN),
    "talk.sound": View(CHILD, lambda _cast: {"key": "none"}),
    "desk.desk": View(OFFICER),
    "desk.pass_on": View(
        OFFICER, lambda cast: {"review_id": cast.sam.review_id, "who": "advocate"}, own=True, gives=404
    ),
    "desk.search": View(OFFICER, form=_form(q="R-100")),
    "desk.add_child": View(OFFICER, form=_child_form),
    "desk.add_review": View(
        OFFICER,
        lambda cast: {"child_id": cast.sam.child_id},
        own=True,
        form=_form(review_date="2027-05-04", kind="subsequent"),
    ),
    "desk.review": View(OFFICER, sams_review, own=True),
    "desk.read_out": View(OFFICER, sams_review, own=True),
    "desk.paper": View(OFFICER, mayas_review, own=True),
    "desk.childs_papers": View(OFFICER, mayas_review, own=True),
    "desk.papers": View(OFFICER),
    "desk.blank_paper": View(OFFICER, lambda _cast: {"booklet": "about-me-11-plus", "number": 1}),
    "desk.key_in": View(
        OFFICER,
        mayas_review,
        own=True,
        form=_form(
            **{"edition": "about-me-11-plus:1", "written_on": "2026-11-20", "going_now:a": "7"}, helped_by="alone"
        ),
    ),
    "desk.card": View(OFFICER, sams_review, own=True),
    "desk.replace_card": View(OFFICER, sams_review, own=True),
    "desk.invite": View(OFFICER, mayas_review, own=True),
    "desk.reset_pictures": View(OFFICER, sams_review, own=True),
    "desk.record_asked": View(OFFICER, sams_review, own=True, form=_form(answer="yes")),
    "desk.move": View(OFFICER, mayas_review, own=True, form=_form(review_date="2026-12-09")),
    "desk.hold": View(OFFICER, mayas_review, own=True, form=_form(**HELD)),
    "desk.tell_decided": View(OFFICER, sams_review, own=True, form=_form(words="Yes, you can.")),
    "desk.messages": View(OFFICER),
    "desk.message": View(OFFICER, sams_message, own=True),
    "desk.answer": View(OFFICER, sams_message, own=True, form=_form(words="Yes, you can.")),
    "desk.alert": View(OFFICER, sams_alert, own=True),
    "desk.see_alert": View(OFFICER, sams_alert, own=True),
    "desk.close_alert": View(OFFICER, sams_alert, own=True, form=_form(done="Rang the worker.")),
    "desk.correct": View(OFFICER, sams_record, own=True, form=_form(do="name", first_name="Samir")),
    "desk.away": View(
        OFFICER,
        form=lambda cast: {"colleague": cast.colleague.public_id, "from_day": "2026-11-22", "to_day": "2026-11-23"},
    ),
    "desk.end_away": View(OFFICER, lambda _cast: {"cover_id": "none"}, own=True, gives=404),
    "desk.file_review": View(OFFICER, sams_review, own=True),
    "desk.file_message": View(OFFICER, sams_message, own=True),
    "desk.file_alert": View(OFFICER, sams_alert, own=True),
    "desk.everything": View(OFFICER, lambda cast: {"child_id": cast.sam.child_id}, own=True, gives=200),
    "office.alerts": View(MANAGER),
    "voice.read": View(STAFF, lambda _cast: PERIOD),
    "voice.download": View(STAFF, lambda _cast: PERIOD | {"form": "json"}),
    "office.recordings": View(MANAGER),
    "office.keep_recording": View(MANAGER, form=_recording),
    "office.remove_recording": View(MANAGER, form=_form(key=FEEL, booklet="about-me-under-11")),
    "office.hear_recording": View(MANAGER, lambda _cast: {"key": FEEL}),
    "office.settings": View(RUNNERS, form=_form(**SETTINGS)),
    "office.children": View(RUNNERS, form=_form(ref="R-100")),
    "office.child": View(RUNNERS, sams_record),
    "office.merge": View(MANAGER, sams_record, form=_form(ref="R-300", sure="1")),
    "office.hand_over": View(
        RUNNERS,
        form=lambda cast: {"from_id": cast.officer.public_id, "to_id": cast.colleague.public_id, "sure": "1"},
    ),
    "office.reassign": View(
        MANAGER, sams_record, form=lambda cast: {"review": cast.sam.review_id, "to": cast.colleague.public_id}
    ),
    "office.break_glass": View(MANAGER, sams_record, form=_form(because="Court-asks-what-was-said")),
    "office.people": View(ADMINISTRATOR),
    "office.add_person": View(
        ADMINISTRATOR, form=_form(email="ida@new.example", name="Ida Berg", roles="auditor"), gives=200
    ),
    "office.person": View(ADMINISTRATOR, bens_page, form=_form(do="roles", roles=["officer", "auditor"])),
    "office.retention": View(ADMINISTRATOR, form=_form(do="rule", days="30", months="12")),
    "office.destroy": View(ADMINISTRATOR),
    "office.audit": View(AUDITOR),
    "office.check_audit": View(AUDITOR),
    "office.import_": View(
        MANAGER, form=lambda _cast: {"what": "reviews", "file": (io.BytesIO(REVIEWS_FILE), "reviews.csv")}
    ),
}
