"""The office's pages in their states for the gallery; everyone here is made up."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from consult.store.staff import Person, Staff
from consult.web.house.samples_staff import TODAY, at, page_of
from consult.web.office.audit_pages import AuditPage, Line
from consult.web.office.people_pages import LinkPage, Listed, PeoplePage, PersonPage
from consult.web.office.retention_pages import (
    Counted,
    DestroyPage,
    Hold,
    OfficersWaiting,
    RetentionPage,
    Waiting,
)
from consult.web.office.role_words import Role

AMIRA = Person(Staff(1, 1, "s1", "amira.hassan@example.org", "Amira Hassan"), True, True, frozenset({"officer"}))
LONG = Person(
    Staff(2, 1, "s2", "maximiliane-alexandra.featherstonehaugh@a-long-council.example.org", "Maximiliane Featherston"),
    True,
    False,
    frozenset({"manager", "administrator"}),
)
GONE = Person(Staff(3, 1, "s3", "old@example.org", "Ola Old"), False, False, frozenset())
ROLES = (
    Role("officer", "Reviewing officer", "Invites and reads their own children."),
    Role("manager", "Service manager", "Reads the report, brings in files, sees who does not feel safe."),
    Role("administrator", "Administrator", "Looks after people, settings and retention. Sees no child’s words."),
    Role("auditor", "Auditor", "Sees who did and read what. Changes nothing."),
)
PEOPLE = PeoplePage(
    (Listed(AMIRA, "Reviewing officer"), Listed(LONG, "Service manager, Administrator"), Listed(GONE, ""))
)
PERSON = PersonPage(ROLES, AMIRA.roles, AMIRA)
LINK = LinkPage("Amira Hassan", "s1", "https://booklet.example/staff/link/" + "aB3-" * 10 + "xyz", 72, new=True)

READY = (Counted("booklet", 12), Counted("message", 1), Counted("alert", 1), Counted("draft", 3))
_LINES = (
    Waiting("booklet", TODAY.replace(month=8), TODAY.replace(day=2), "not_on_file"),
    Waiting("alert", TODAY.replace(month=9), TODAY.replace(day=9), "open"),
    Waiting("draft", TODAY.replace(month=10), TODAY.replace(day=20), "held"),
)
RETENTION = RetentionPage(
    READY,
    (OfficersWaiting("", 1, _LINES[:1]), OfficersWaiting("Amira Hassan", 73, _LINES)),
    (Hold("2103-LONGER-REFERENCE", at(2, 10, 0), "A hearing in the spring"), Hold("1650", at(9, 9, 0), "An inquiry")),
    (1, 90, 6, 14),
    {"days": "28", "months": "14"},
)
EMPTY = RetentionPage((), (), (), RETENTION.limits, RETENTION.values)

_ROWS = (
    Line(8123, at(23, 9, 12), "Iris Lund", "Read the audit", "the authority", "audit"),
    Line(8122, at(23, 9, 2), "A child, kX9aQ2", "Sent a booklet or message", "booklet or message", "b7Tq0PzzL1"),
    Line(
        8121,
        at(22, 17, 40),
        "Tom Avery",
        "Changed a person’s roles",
        "person",
        "Amira Hassan",
        "roles: officer",
        named=True,
    ),
    Line(8120, at(22, 3, 0), "Command “retention run”", "Destroyed words", "booklet", "c81LmN0PqRsT"),
)
_GLASS = (Line(7001, at(20, 16, 5), "Gwen Talbot", "Broke the glass", "review", "r5TgB9", "reason: court"),)
AUDIT = AuditPage(
    _ROWS,
    (("", "Everybody"), ("s1", "Amira Hassan"), ("child", "Children")),
    (("", "Everything"), ("sign_in", "Signed in")),
    older=8120,
    values={"day": ""},
)


def samples() -> Mapping[str, tuple[str, Mapping[str, Any]]]:
    """Sample name -> (template, context)."""
    faults = {"days": "Write a whole number from 1 to 90.", "ref": "No child here has this reference."}
    return {
        "staff-people": page_of("office/people.html", PEOPLE),
        "staff-person": page_of("office/person.html", PERSON),
        "staff-person-own-last": page_of(
            "office/person.html", replace(PERSON, own=True, errors={"roles": "This is the only administrator."})
        ),
        "staff-person-not-ready": page_of("office/person.html", replace(PERSON, person=LONG, held=LONG.roles)),
        "staff-person-off": page_of("office/person.html", replace(PERSON, person=GONE)),
        "staff-add-person": page_of("office/add_person.html", PersonPage(ROLES)),
        "staff-add-person-faults": page_of(
            "office/add_person.html",
            PersonPage(ROLES, values={"email": "amira"}, errors={"email": "This is not an e-mail address."}),
        ),
        "staff-person-link": page_of("office/link.html", LINK),
        "staff-retention": page_of("office/retention.html", RETENTION),
        "staff-retention-empty": page_of("office/retention.html", EMPTY),
        "staff-retention-faults": page_of(
            "office/retention.html", replace(EMPTY, errors=faults, values={"days": "soon", "ref": "nobody"})
        ),
        "staff-destroy": page_of("office/destroy.html", DestroyPage(READY)),
        "staff-destroy-nothing": page_of("office/destroy.html", DestroyPage(())),
        "staff-audit": page_of("office/audit.html", AUDIT),
        "staff-audit-glass": page_of("office/audit.html", replace(AUDIT, glass=_GLASS, on_newest=False)),
        "staff-audit-nothing": page_of(
            "office/audit.html",
            replace(AUDIT, lines=(), older=0, values={"day": "soon"}, errors={"day": "This is not a day."}),
        ),
    }
