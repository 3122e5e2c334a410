"""The audit in the browser: who did what; never a word or a child's name; each look is a row."""

import ast
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from consult.actions.auditing import A_PAGE
from consult.actions.break_glass import OPENED, READ, break_glass
from consult.store.audit import Actor, add_audit
from consult.store.database import Store
from consult.store.everything import MERGE
from consult.web.office.deed_words import deed_words
from tests.actions.deeds import Watch, begin, list_audit, send_all
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser, faults_on
from tests.web.shelves import look

PAGE = "/office/audit"
CONSULT = Path(__file__).parents[3] / "consult"


def rows_on(page) -> list[tuple[str, str]]:
    """(who, what) of each line in the last table."""
    table = page.text.rpartition("<tbody>")[2].partition("</tbody>")[0]
    cells = re.findall(r'<td>(.*?)</td>\s*<td class="wide">(.*?)(?:<span|</td>)', table, re.DOTALL)
    return [(who.strip(), what.strip()) for who, what in cells]


def write(store: Store, cast: Cast, times: int, deed: str = "sign_in") -> None:
    """So many deeds of the officer's."""
    with store.writing(cast.authority_id) as tx:
        for _ in range(times):
            add_audit(tx, Actor("staff", cast.officer.public_id), deed, "staff", cast.officer.public_id)


def test_newest_first_without_words_or_names(auditor: Browser, store: Store, cast: Cast) -> None:
    send_all(store, begin(store, cast.sam), "zebra under the bridge")
    page = auditor.open(PAGE)
    assert rows_on(page)[0] == (f"A child, {cast.sam.child_id}", "Sent a booklet or message")
    main = page.text.partition("<main")[2]
    assert not [word for word in ("Sam", "Maya", "R-100", "zebra", cast.sam.card) if word in main]


def test_each_look_is_one_row_and_changes_nothing_else(auditor: Browser, store: Store, cast: Cast) -> None:
    before, watch = look(store), Watch(store, cast.authority_id)
    first = auditor.open(PAGE)
    assert "Read the audit" not in rows_on(first)[0]
    second = auditor.open(f"{PAGE}?deed=read_audit")
    assert rows_on(second) == [("Nils Berg", "Read the audit")]
    assert watch.deeds == ["read_audit"] * 2
    assert list_audit(store, cast.authority_id)[-1]["detail"] == {"what": "read_audit"}
    assert look(store) == before


def test_fifty_a_page_and_older_ones_after(auditor: Browser, store: Store, cast: Cast) -> None:
    write(store, cast, A_PAGE + 1, "replace_card")
    first = auditor.open(f"{PAGE}?deed=replace_card")
    assert len(rows_on(first)) == A_PAGE == 50
    older = re.search(r'rel="next" href="([^"]+)"', first.text)
    assert older is not None
    last = auditor.open(older[1].replace("&amp;", "&"))
    assert len(rows_on(last)) == 1
    assert 'rel="next"' not in last.text
    assert "The newest" in last.text


def test_filters_by_person_deed_and_day(auditor: Browser, store: Store, cast: Cast) -> None:
    write(store, cast, 2)
    begin(store, cast.sam)
    today = store.clock.today()
    assert {who for who, _ in rows_on(auditor.open(f"{PAGE}?who={cast.officer.public_id}"))} == {"Amira Hassan"}
    assert {who[:7] for who, _ in rows_on(auditor.open(f"{PAGE}?who=child"))} == {"A child"}
    both = rows_on(auditor.open(f"{PAGE}?who={cast.officer.public_id}&deed=sign_in&day={today:%d/%m/%Y}"))
    assert both == [("Amira Hassan", "Signed in")] * 2
    assert "No row fits." in auditor.open(f"{PAGE}?deed=sign_in&day=2026-01-01").text


@pytest.mark.parametrize("query", ["who=xyz&deed=%00", "before=99999999999", "before=-1", "before=٣", "deed=drop"])
def test_what_cannot_be_chosen_is_no_choice(auditor: Browser, store: Store, cast: Cast, query: str) -> None:
    page = auditor.open(f"{PAGE}?{query}")
    assert page.status_code == 200
    assert rows_on(page)
    assert "xyz" not in str(list_audit(store, cast.authority_id)[-1]["detail"])


@pytest.mark.parametrize("day", ["soon", "2026-13-01", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_is_told(auditor: Browser, day: str) -> None:
    page = auditor.open(f"{PAGE}?day={day}")
    assert page.status_code == 422
    assert faults_on(page)["day"].startswith("This is not a day.")
    assert f'value="{day}"' in page.text


def test_broken_glass_stands_on_top(auditor: Browser, store: Store, cast: Cast) -> None:
    break_glass(store, cast.manager, cast.sam.child_id, "the officer is ill and <court> sits today")
    write(store, cast, A_PAGE)
    page = auditor.open(PAGE).text
    top, _, rest = page.partition("<form")[2].partition("<main")[2].partition('class="card sift')
    assert "The glass was broken in the last 28 days" in top
    assert "Ruth Okafor" in top
    assert "reason: the officer is ill and &lt;court&gt; sits today" in top
    assert "Broke the glass" not in rest.partition("<tbody>")[2], "the page itself has newer rows"
    assert "The glass was broken" not in auditor.open(f"{PAGE}?deed=sign_in").text


def test_others_rows_are_not_there(auditor: Browser, store: Store, cast: Cast) -> None:
    with store.writing(cast.stranger.authority_id) as tx:
        add_audit(tx, Actor("staff", cast.stranger.public_id), "sign_in", "staff", cast.stranger.public_id)
    assert cast.stranger.public_id not in auditor.open(f"{PAGE}?deed=sign_in").text


def test_the_chain_is_checked(auditor: Browser, store: Store, cast: Cast) -> None:
    auditor.open(PAGE)
    watch, rows = Watch(store, cast.authority_id), len(list_audit(store, cast.authority_id))
    page = auditor.follow(auditor.send("/office/audit/check"))
    assert f"All {rows} rows are as they were written." in page.text
    assert watch.deeds == ["check_audit", "read_audit"]
    head = re.search(rf"{rows}-[0-9a-f]{{16}}", page.text)
    assert head is not None
    assert "are as they were written" in auditor.follow(auditor.send("/office/audit/check", noted=head[0])).text
    assert "is not on their chain" in auditor.follow(auditor.send("/office/audit/check", noted="7-made-up")).text
    with closing(sqlite3.connect(str(store.url.database))) as connection, connection:
        connection.execute(
            "UPDATE audit SET deed = 'read_out' WHERE sequence = 3 AND authority_id = ?", (cast.authority_id,)
        )
    assert "Row 3 was changed" in auditor.follow(auditor.send("/office/audit/check")).text


def deeds_in(path: Path) -> set[str]:
    """Deeds written as a literal: the third thing given to whatever adds an audit row."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    given = [
        each.args[2] for each in calls if getattr(each.func, "id", "") in {"add_audit", "_audit"} and each.args[2:]
    ]
    return {each.value for each in given if isinstance(each, ast.Constant)}


def test_every_deed_has_words(app: Flask) -> None:
    found = set[str]().union(*(deeds_in(path) for path in (CONSULT / "actions").rglob("*.py")))
    worked_out = {"read_booklet", "read_out", "put_on_file", "answer", "skip", "hold", "release", OPENED, READ, MERGE}
    with app.test_request_context():
        assert len(found) > 60
        assert found | worked_out <= set(deed_words())
