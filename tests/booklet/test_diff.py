from dataclasses import replace

from consult.booklet.diff import changes, refusals
from consult.booklet.model import Booklet, Option, Question
from tests.booklet.booklets import YES_NO, booklet_of

HOME = Question("home", "choice", "Is home good or not good?", options=YES_NO)
SAID = Question("said", "words", "What else?")
OLD = booklet_of(HOME, SAID)


def told(new: Booklet) -> list[tuple[str, str]]:
    return [(change.question, change.what) for change in changes(OLD, new)]


def test_the_same_booklet_changes_nothing() -> None:
    assert changes(OLD, OLD) == []
    assert refusals(OLD, OLD) == []


def test_a_published_key_keeps_its_kind() -> None:
    refused = refusals(OLD, booklet_of(replace(HOME, kind="choices"), SAID))
    assert len(refused) == 1
    assert "“home” was published as choice and cannot become choices" in refused[0]
    assert refusals(OLD, booklet_of(replace(HOME, key="home_2", kind="choices"), SAID)) == []


def test_a_booklet_keeps_its_audience() -> None:
    assert "take a new booklet key" in refusals(OLD, replace(OLD, audience="parent"))[0]


def test_new_dropped_and_reworded_questions() -> None:
    assert told(booklet_of(replace(HOME, text="Home: good or not?"), replace(SAID, key="more"))) == [
        ("home", "reworded"),
        ("more", "new"),
        ("said", "dropped"),
    ]
    assert told(booklet_of(replace(HOME, hint="Think of today."), SAID)) == [("home", "reworded")]
    options = (replace(YES_NO[0], text="Yes!"), *YES_NO[1:])
    assert told(booklet_of(replace(HOME, options=options), SAID)) == [("home", "reworded")]


def test_moving_a_question_is_no_change() -> None:
    assert told(booklet_of(SAID, HOME)) == []


def test_an_added_or_mapped_option_keeps_the_trend() -> None:
    added = replace(HOME, options=(*YES_NO, Option("sometimes", "Sometimes")))
    assert told(booklet_of(added, SAID)) == [("home", "mapped")]
    mapped = replace(HOME, options=(YES_NO[0], Option("not_now", "Not now", was=("no", "unsure"))))
    assert told(booklet_of(mapped, SAID)) == [("home", "mapped")]


def test_a_lost_option_starts_a_new_trend() -> None:
    lost = replace(HOME, options=(*YES_NO[:2], Option("other_way", "Other")))
    change = changes(OLD, booklet_of(lost, SAID))[0]
    assert change.what == "new_trend"
    assert "unsure went" in change.sentence
