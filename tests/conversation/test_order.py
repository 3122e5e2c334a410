from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from consult.booklet.answers import Answer
from consult.booklet.yaml_file import read_yaml
from consult.conversation.order import ABOUT_CARERS, put_last
from consult.conversation.walk import walk

LIBRARY = Path(__file__).parents[2] / "consult" / "library"
BOOKLETS = {
    name: booklet
    for name in ("about-me-under-11", "about-me-11-plus")
    if (booklet := read_yaml((LIBRARY / f"{name}.yaml").read_text(encoding="utf-8"))[0]) is not None
}


def keys(booklet):
    return [question.key for question in booklet]


def test_questions_about_carers_come_last_with_what_follows_from_them():
    booklet = BOOKLETS["about-me-under-11"]
    moved = keys(put_last(booklet, ABOUT_CARERS))
    about = [question.key for question in booklet if ABOUT_CARERS & set(question.themes)]
    assert about, "the control: the booklet asks about carers"
    assert set(moved[-len(about) :]) >= {"happy_home", "happy_home_more"}
    assert moved != keys(booklet)
    assert sorted(moved) == sorted(keys(booklet))


def test_nothing_moves_where_nothing_is_about_carers():
    booklet = BOOKLETS["about-me-11-plus"]
    assert keys(put_last(booklet, {"court_legal"})) == keys(booklet)


@given(st.sampled_from(sorted(BOOKLETS)), st.sets(st.sampled_from(["carers", "school_education", "social_worker"])))
def test_no_follow_up_ever_stands_before_its_parent(name, themes):
    booklet = put_last(BOOKLETS[name], themes)
    seen = set()
    for question in booklet:
        assert all(condition.question in seen for condition in question.only_if)
        seen.add(question.key)


def test_the_walk_asks_in_that_order():
    booklet = put_last(BOOKLETS["about-me-under-11"], ABOUT_CARERS)
    said = {question.key: None for question in booklet if not ABOUT_CARERS & set(question.themes)}
    waiting = walk(booklet, said, 9).waiting
    assert waiting is not None
    assert waiting.key == "happy_home"
    after = walk(booklet, said | {"happy_home": Answer(("no",))}, 9).waiting
    assert after is not None
    assert after.key == "happy_home_more"
