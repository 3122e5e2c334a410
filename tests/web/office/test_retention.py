"""Retention in the browser: the rule, what goes, what waits, holds; no child's name or word."""

import datetime as dt
import re

import pytest

from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.retention import Rule, fetch_rule
from tests.actions.deeds import Watch, begin, send_all
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser, faults_on
from tests.web.shelves import count, look

PAGE, DESTROY = "/office/retention", "/office/retention/destroy"
WORDS = "zebra under the bridge"


def years_later(browser: Browser, clock: FixedClock, store: Store, cast: Cast) -> None:
    """Everything is due, and the administrator has signed in anew."""
    clock.moment += dt.timedelta(days=800)
    with store.writing(cast.authority_id) as tx:
        tx.connection.exec_driver_sql(
            "UPDATE visit SET seen_at = ?, started_at = ? WHERE authority_id = ? AND ended_at IS NULL",
            (tx.now.replace(tzinfo=None).isoformat(" "),) * 2 + (cast.authority_id,),
        )
    browser.open("/office/people")


def test_the_rule_is_kept(administrator: Browser, store: Store, cast: Cast) -> None:
    assert 'value="28"' in administrator.open(PAGE).text
    watch = Watch(store, cast.authority_id)
    page = administrator.follow(administrator.send(PAGE, do="rule", days="30", months="12"))
    assert "The rule is kept." in page.text
    with store.reading(cast.authority_id) as tx:
        assert fetch_rule(tx) == Rule(30, 12)
    assert watch.deeds == ["change_retention"]


@pytest.mark.parametrize(
    ("form", "field", "sentence"),
    [
        ({"do": "rule", "days": "0", "months": "12"}, "days", "Write a whole number from 1 to 90."),
        ({"do": "rule", "days": "٣", "months": "12"}, "days", "Write a whole number from 1 to 90."),
        ({"do": "rule", "days": "9" * 5000, "months": "12"}, "days", "Write a whole number from 1 to 90."),
        ({"do": "rule", "days": "30", "months": "15"}, "months", "Write a whole number from 6 to 14."),
        ({"do": "rule", "days": "30"}, "months", "Write a whole number from 6 to 14."),
        ({"do": "hold", "ref": "R-999", "because": "a case"}, "ref", "No child here has this reference."),
        ({"do": "hold", "ref": "R-100", "because": " "}, "because", "Write why, such as a court case or an inquiry."),
        ({"do": "hold", "ref": "R-100", "because": "x" * 501}, "because", "This is too long. At most 500 letters fit."),
    ],
)
def test_a_slip_is_told_and_nothing_is_changed(
    administrator: Browser, store: Store, form: dict[str, str], field: str, sentence: str
) -> None:
    administrator.open(PAGE)
    before = look(store)
    page = administrator.send(PAGE, **form)
    assert (page.status_code, faults_on(page)) == (422, {field: sentence})
    assert look(store) == before
    for name in form.keys() - {"do"}:
        if form[name].strip():
            assert f'value="{form[name]}"' in page.text


def test_unknown_deeds_and_holds_are_not_there(administrator: Browser, store: Store) -> None:
    administrator.open(PAGE)
    before = look(store)
    assert administrator.send(PAGE, do="burn").status_code == 404
    assert administrator.send(PAGE, do="release", ref="R-999").status_code == 404
    assert look(store) == before


def test_a_hold_is_listed_by_reference_and_released(administrator: Browser, store: Store, cast: Cast) -> None:
    administrator.open(PAGE)
    watch = Watch(store, cast.authority_id)
    page = administrator.follow(administrator.send(PAGE, do="hold", ref=" R-100 ", because="A <hearing> in spring"))
    for words in ("<b>R-100</b>", "A &lt;hearing&gt; in spring"):
        assert words in page.text
    assert "Sam" not in page.text
    page = administrator.follow(administrator.send(PAGE, do="release", ref="R-100"))
    assert "There is none." in page.text
    assert watch.deeds == ["hold", "release"]


def test_what_waits_is_told_without_a_name_or_a_word(
    administrator: Browser, store: Store, cast: Cast, clock: FixedClock
) -> None:
    send_all(store, begin(store, cast.sam), WORDS)
    begin(store, cast.maya)
    years_later(administrator, clock, store, cast)
    page = administrator.open(PAGE).text
    main = page.partition("<main")[2]
    assert "Amira Hassan: 1 waits" in main
    assert "Not on the child’s file" in main
    assert "1 begun and never sent" in main
    assert not [word for word in ("Sam", "Maya", "R-100", "R-200", cast.sam.child_id, "zebra") if word in main]


def test_destroying_asks_once_more_and_spares_what_waits(
    administrator: Browser, store: Store, cast: Cast, clock: FixedClock
) -> None:
    send_all(store, begin(store, cast.sam), WORDS)
    begin(store, cast.maya)
    years_later(administrator, clock, store, cast)
    before, answers = look(store), count(store, "answer")
    asked = administrator.open(DESTROY).text
    assert re.search(r"<li>\s*1 begun and never sent", asked)
    assert look(store) == before, "asking destroys nothing"
    watch = Watch(store, cast.authority_id)
    page = administrator.follow(administrator.send(DESTROY))
    assert "Destroyed for good: words 1, keys of reviews 1" in page.text
    assert "Still waiting: 1." in page.text
    assert "forget_words" in watch.deeds
    assert count(store, "answer") == answers > 0, "what is not on the child's file is still here"
    assert "No words are ready to go today." in page.text
