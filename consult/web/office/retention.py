"""Retention: how long words stay, what is due, what waits and why, and legal holds."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from flask import flash, render_template, request
from flask_babel import gettext as _

from consult.actions import filing
from consult.actions.refusals import NotThere, Refused
from consult.actions.retention import DAYS, MONTHS, Due, change_rule, forget_due, list_due
from consult.actions.scope import actor
from consult.booklet.answers import clean
from consult.store.clock import local
from consult.store.filing import list_holds
from consult.store.retention import ALERT, BOOKLET, DRAFT, MESSAGE, fetch_rule
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import the_store
from consult.web.office.blueprint import Page, room
from consult.web.office.retention_pages import (
    SHOWN,
    Counted,
    DestroyPage,
    Hold,
    OfficersWaiting,
    RetentionPage,
    Waiting,
)

KINDS = (BOOKLET, MESSAGE, ALERT, DRAFT)
FIELDS = ("days", "months", "ref", "because")


@room.route("/retention", methods=["GET", "POST"])
def retention() -> Page:
    """The rule, what is due, what waits, and holds. One address, so that a fresh proof leads back to a page."""
    if request.method == "GET":
        return _page()
    deed = _DEEDS.get(request.form.get("do", ""))
    if deed is None:
        raise NotThere
    typed = {name: clean(request.form[name]).strip() for name in FIELDS if name in request.form}
    try:
        flash(deed(typed), "success")
    except Refused as refusal:
        return _page(typed, _say_fault(refusal.reason)), 422
    return go("office.retention")


@room.route("/retention/destroy", methods=["GET", "POST"])
def destroy() -> Page:
    """Asked once more; then what is due goes for good."""
    authority_id = officer().authority_id
    if request.method == "GET":
        page = DestroyPage(_ready(list_due(the_store(), authority_id)))
        return render_template("office/destroy.html", page=page)
    gone = forget_due(the_store(), authority_id, actor(officer()))
    counts = {"words": gone.words, "reviews": gone.reviews, "children": gone.children, "waiting": len(gone.waiting)}
    flash(
        _(
            "Destroyed for good: words %(words)d, keys of reviews %(reviews)d, names of children %(children)d. "
            "Still waiting: %(waiting)d.",
            **counts,
        ),
        "success",
    )
    return go("office.retention")


def _change_rule(typed: Mapping[str, str]) -> str:
    days, months = (_number(typed.get(name, "")) for name in ("days", "months"))
    change_rule(the_store(), officer().authority_id, actor(officer()), days, months)
    return str(_("The rule is kept. What it makes due stands below; nothing is destroyed yet."))


def _hold(typed: Mapping[str, str]) -> str:
    ref, because = typed.get("ref", ""), typed.get("because", "")
    try:
        filing.hold(the_store(), officer().authority_id, actor(officer()), ref, because)
    except NotThere:
        raise Refused("no_child") from None
    return str(_("The hold is kept. Nothing of this child is destroyed until it is released."))


def _release(typed: Mapping[str, str]) -> str:
    filing.release(the_store(), officer().authority_id, actor(officer()), typed.get("ref", ""))
    return str(_("The hold is released. What was due meanwhile is due now."))


_DEEDS: dict[str, Callable[[Mapping[str, str]], str]] = {"rule": _change_rule, "hold": _hold, "release": _release}
"""What the page's buttons say -> what is done, and the sentence after it."""


def _number(typed: str) -> int:
    """A whole number; 0, which fits nowhere, for anything else."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else 0


def _say_fault(reason: str) -> dict[str, str]:
    words = {
        "bad_days": ("days", _("Write a whole number from %(least)d to %(most)d.", least=DAYS[0], most=DAYS[1])),
        "bad_months": (
            "months",
            _("Write a whole number from %(least)d to %(most)d.", least=MONTHS[0], most=MONTHS[1]),
        ),
        "no_child": ("ref", _("No child here has this reference.")),
        "no_reason": ("because", _("Write why, such as a court case or an inquiry.")),
        "long_reason": (
            "because",
            _("This is too long. At most %(count)s letters fit.", count=filing.LONGEST_BECAUSE),
        ),
    }
    name, sentence = words[reason]
    return {name: str(sentence)}


def _page(typed: Mapping[str, str] | None = None, faults: Mapping[str, str] | None = None) -> str:
    authority_id = officer().authority_id
    due = list_due(the_store(), authority_id)
    with the_store().reading(authority_id) as tx:
        rule = fetch_rule(tx)
        holds = tuple(Hold(ref, local(since), because) for ref, since, because in list_holds(tx))
    kept = {"days": str(rule.days), "months": str(rule.months)}
    page = RetentionPage(
        _ready(due), _waiting(due), holds, (*DAYS, *MONTHS), kept | dict(typed or {}), dict(faults or {})
    )
    return render_template("office/retention.html", page=page)


def _ready(due: Sequence[Due]) -> tuple[Counted, ...]:
    counts = Counter(each.words.kind for each in due if not each.waits)
    return tuple(Counted(kind, counts[kind]) for kind in KINDS if counts[kind])


def _waiting(due: Sequence[Due]) -> tuple[OfficersWaiting, ...]:
    lines: dict[str, list[Waiting]] = defaultdict(list)
    for each in due:
        if each.waits:
            lines[each.words.officer].append(Waiting(each.words.kind, each.words.day, each.since, each.waits))
    return tuple(OfficersWaiting(name, len(lines[name]), lines[name][:SHOWN]) for name in sorted(lines))
