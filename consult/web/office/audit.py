"""The audit, for the auditor: who did and read what, and whether the rows are as they were written."""

import datetime as dt
from collections.abc import Mapping, Sequence

from flask import flash, render_template, request
from flask_babel import gettext as _

from consult.actions.auditing import check_audit as check
from consult.actions.auditing import read_audit
from consult.booklet.answers import clean
from consult.store.audit import Chain
from consult.store.audit_trail import Entry, Wanted
from consult.store.clock import local
from consult.store.staff import list_people
from consult.web.house.forms import DAY_FORMATS
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import the_store
from consult.web.office.audit_pages import AuditPage, Line
from consult.web.office.blueprint import Page, room
from consult.web.office.deed_words import deed_words, detail_words, kind_words

FIELDS = ("who", "deed", "day")
LAST_NUMBER = 2**31 - 1


@room.get("/audit")
def audit() -> Page:
    """Newest first. Reading it is a deed."""
    values = {name: clean(request.args.get(name, "")).strip() for name in FIELDS}
    people = _people()
    choices = _choices(people)
    chosen = {name: key for name, key in values.items() if key in choices.get(name, ())}
    day = _read_day(values["day"])
    wanted = _wanted(chosen, day, people)
    trail = read_audit(the_store(), officer(), wanted)
    bad_day = values["day"] and day is None
    errors = {"day": str(_("This is not a day. Write it as 2026-12-03 or 03/12/2026."))} if bad_day else {}
    page = AuditPage(
        _lines(trail.entries, people),
        tuple(choices["who"].items()),
        tuple(choices["deed"].items()),
        trail.entries[-1].number if trail.more else 0,
        not wanted.before,
        _lines(trail.glass, people),
        chosen | {"day": day.isoformat() if day else values["day"]},
        errors,
    )
    return render_template("office/audit.html", page=page), 422 if errors else 200


@room.post("/audit/check")
def check_audit() -> Page:
    """Work the chain out again."""
    noted = clean(request.form.get("noted", "")).strip()
    chain = check(the_store(), officer(), noted)
    fault = _fault(chain)
    if fault:
        flash(fault, "error")
    else:
        told = _("All %(rows)s rows are as they were written.", rows=f"{chain.rows:,}")
        head = _("Note this in another place, to check against later: %(head)s", head=chain.head)
        flash(f"{told} {head}", "success")
    return go("office.audit")


def _fault(chain: Chain) -> str:
    """What is wrong with the chain; blank where all is well."""
    rows = f"{chain.rows:,}"
    if chain.broken is not None and chain.broken > chain.rows:
        return str(_("After row %(rows)s rows are missing, or the head of the chain was changed.", rows=rows))
    if chain.broken is not None:
        number = f"{chain.broken:,}"
        return str(_("Row %(number)s was changed, or rows before it were taken out or put in.", number=number))
    if not chain.passes_note:
        return str(_("The rows hang together, but what you noted is not on their chain. Was it copied exactly?"))
    return ""


def _people() -> dict[str, str]:
    """Public id -> name, of everybody who works or worked here."""
    with the_store().reading(officer().authority_id) as tx:
        return {each.staff.public_id: each.staff.name for each in list_people(tx)}


def _choices(people: Mapping[str, str]) -> dict[str, dict[str, str]]:
    kinds = {"child": str(_("Children")), "command": str(_("Commands of the service"))}
    return {"who": {"": str(_("Everybody")), **people, **kinds}, "deed": {"": str(_("Everything"))} | deed_words()}


def _wanted(chosen: Mapping[str, str], day: dt.date | None, people: Mapping[str, str]) -> Wanted:
    who, before = chosen.get("who", ""), request.args.get("before", "")
    return Wanted(
        actor_kind="staff" if who in people else who,
        actor=who if who in people else "",
        deed=chosen.get("deed", ""),
        day=day,
        before=min(int(before), LAST_NUMBER) if before.isascii() and before.isdigit() and len(before) < 12 else 0,
    )


def _read_day(typed: str) -> dt.date | None:
    for form in DAY_FORMATS:
        try:
            day = dt.datetime.strptime(typed, form).date()
        except ValueError:
            continue
        return day if 1970 <= day.year <= 2100 else None
    return None


def _lines(entries: Sequence[Entry], people: Mapping[str, str]) -> tuple[Line, ...]:
    deeds, kinds = deed_words(), kind_words()
    return tuple(
        Line(
            each.number,
            local(each.at),
            _who(each, people),
            deeds.get(each.deed, each.deed),
            kinds.get(each.subject_kind, each.subject_kind),
            people.get(each.subject, each.subject),
            detail_words(each.detail),
            each.subject in people,
        )
        for each in entries
    )


def _who(entry: Entry, people: Mapping[str, str]) -> str:
    if entry.actor_kind == "child":
        return str(_("A child, %(id)s", id=entry.actor))
    if entry.actor_kind == "command":
        return str(_("Command “%(name)s”", name=entry.actor))
    return people.get(entry.actor, entry.actor)
