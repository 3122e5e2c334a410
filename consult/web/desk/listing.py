"""The desk's list: filtered, searched, grouped, a page at a time."""

import datetime as dt
from collections.abc import Sequence

from consult.booklet.model import Booklet
from consult.store.alerts import list_open_alerts
from consult.store.authorities import fetch_authority
from consult.store.clock import local
from consult.store.cover import list_covering
from consult.store.database import Store, Transaction
from consult.store.desk import DeskLine, list_desk
from consult.store.editions import fetch_edition
from consult.store.ids import is_paper_code
from consult.store.invitations import list_dealt_with
from consult.store.staff import Staff
from consult.web.desk.message_filling import urgent_lines
from consult.web.desk.pages import Desk, Filter, Group, Paging, Row
from consult.web.desk.states import FILTERS, group_of, row_of

PER_PAGE = 25
GROUPS = ("now", "next", "later", "held")


def desk_page(store: Store, officer: Staff, show: str, page: int, search: str = "") -> Desk:
    """The officer's own reviews; an unknown filter shows all, a page too far shows the last."""
    with store.reading(officer.authority_id) as tx:
        lines = list_desk(tx, officer.id)
        rows = _rows(tx, lines)
        contact = fetch_authority(tx).contact
        covering = [each for each in list_covering(tx, officer.id) if each.from_day <= tx.today]
        urgent = urgent_lines(list_open_alerts(tx, officer.id), tx.now)
        today, now = tx.today, local(tx.now)
    show = show if show in FILTERS else "all"
    chosen = [row for row in rows if FILTERS[show](row)]
    if search:
        chosen = [row for row in rows if _matches(row, search)]
    ordered = _in_order(chosen)
    paging = _paging(len(ordered), page)
    shown = ordered[paging.first - 1 : paging.last] if ordered else []
    return Desk(
        today=today,
        children=len({line.child_id for line in lines}),
        reviews=len(rows),
        this_week=sum(not row.held and today <= row.day <= today + dt.timedelta(days=6) for row in rows),
        to_read=sum(FILTERS["to_read"](row) for row in rows),
        filters=tuple(Filter(key, sum(map(keeps, rows))) for key, keeps in FILTERS.items()),
        groups=_groups(shown, today),
        paging=paging,
        show=show,
        search=search,
        may_invite=contact.complete,
        urgent=urgent,
        now=now,
        cover=f"{contact.cover_name}, {contact.cover_phone}" if contact.cover_name else "",
        covering=tuple(each.officer.name for each in covering),
    )


def _rows(tx: Transaction, lines: Sequence[DeskLine]) -> list[Row]:
    unsent = [line.conversation_id for line in lines if line.conversation_id and not line.sent_at]
    dealt = list_dealt_with(tx, unsent)

    def booklet(edition_id: int) -> Booklet:
        return fetch_edition(tx, edition_id).booklet

    return [row_of(line, tx.today, booklet, dealt.get(line.conversation_id or 0, set())) for line in lines]


def _matches(row: Row, search: str) -> bool:
    wanted = search.casefold()
    found = wanted in row.child.first_name.casefold() or wanted in row.child.ref.casefold()
    return found or is_paper_code(search, row.review_id) or is_paper_code(search, row.child.id)


def _in_order(rows: list[Row]) -> list[Row]:
    held = [row for row in rows if row.held]
    return [row for row in rows if not row.held] + sorted(held, key=lambda row: row.day, reverse=True)


def _groups(rows: Sequence[Row], today: dt.date) -> tuple[Group, ...]:
    by_key = {key: tuple(row for row in rows if group_of(row, today) == key) for key in GROUPS}
    return tuple(Group(key, found) for key, found in by_key.items() if found)


def _paging(total: int, page: int) -> Paging:
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(page, 1), pages)
    first = (page - 1) * PER_PAGE + 1
    return Paging(page, pages, first if total else 0, min(first + PER_PAGE - 1, total), total)
