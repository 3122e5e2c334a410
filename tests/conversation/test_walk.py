from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consult.booklet.answers import Answer
from consult.booklet.kinds import KINDS
from consult.booklet.model import Booklet, Condition, Question
from consult.booklet.yaml_file import read_yaml
from consult.conversation.walk import Walk, walk
from tests.booklet.booklets import EXAMPLES, YES_NO, booklet_of, booklets

AGES = st.none() | st.integers(4, 17)
slow = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])

FOLLOW_UPS = read_yaml((EXAMPLES / "follow_ups.yaml").read_text())[0]
YES, NO = Answer(("yes",)), Answer(("no",))


def draw_answer(data: st.DataObject, question: Question) -> Answer | None:
    keys = [option.key for option in KINDS[question.kind].options(question)]
    if not keys:
        return data.draw(st.sampled_from([None, Answer(words="I said so")]))
    return data.draw(st.sampled_from([None, *(Answer((key,)) for key in keys)]))


def draw_said(data: st.DataObject, booklet: Booklet) -> dict[str, Answer | None]:
    """Anything somebody may have said so far, reached or not."""
    spoken = data.draw(st.lists(st.sampled_from(booklet.questions), unique_by=lambda question: question.key))
    return {question.key: draw_answer(data, question) for question in spoken}


def keys_of(stand: Walk) -> list[str]:
    return [turn.question.key for turn in stand.turns]


@slow
@given(booklets(), AGES, st.data())
def test_stones_never_change_with_answers(booklet: Booklet, age: int | None, data: st.DataObject) -> None:
    top_level = [question for question in booklet if question.fits_age(age) and not question.only_if]
    stand = walk(booklet, draw_said(data, booklet), age)
    assert stand.stones == len(top_level)
    numbers = [turn.stone for turn in stand.turns]
    assert numbers == sorted(numbers)
    for turn in stand.turns:
        before = booklet.questions.index(turn.question) + 1
        assert turn.stone == sum(question in top_level for question in booklet.questions[:before])
    if stand.waiting is not None:
        before = booklet.questions.index(stand.waiting) + 1
        assert stand.stone == sum(question in top_level for question in booklet.questions[:before])


@slow
@given(booklets(), AGES, st.data())
def test_turns_are_what_was_said_and_reached(booklet: Booklet, age: int | None, data: st.DataObject) -> None:
    said = draw_said(data, booklet)
    stand = walk(booklet, said, age)
    held: dict[str, set[str]] = {}
    reached = []
    for question in booklet:
        conditions = all(held.get(needed.question, set()) & set(needed.any_of) for needed in question.only_if)
        if question.fits_age(age) and conditions:
            reached.append(question.key)
            answer = said.get(question.key)
            held[question.key] = set(answer.picked) if answer else set()
    assert keys_of(stand) == [key for key in reached if key in said]
    assert [turn.answer for turn in stand.turns] == [said[key] for key in keys_of(stand)]
    unsaid = [key for key in reached if key not in said]
    assert (stand.waiting.key if stand.waiting else None) == (unsaid[0] if unsaid else None)
    for question in booklet:
        assert stand.reaches(question.key) == (question.key in [*keys_of(stand), *unsaid[:1]])


@slow
@given(booklets(), AGES, st.data())
def test_every_walk_ends(booklet: Booklet, age: int | None, data: st.DataObject) -> None:
    said: dict[str, Answer | None] = {}
    stones = []
    while (stand := walk(booklet, said, age)).waiting is not None:
        assert stand.waiting.key not in said
        stones.append(stand.stone)
        said[stand.waiting.key] = draw_answer(data, stand.waiting)
    assert stones == sorted(stones)
    assert len(said) <= len(booklet.questions)
    assert keys_of(stand) == list(said)
    assert stand.stone == stand.stones


@slow
@given(booklets(), AGES)
def test_skipping_everything_ends_after_the_top_level(booklet: Booklet, age: int | None) -> None:
    said: dict[str, Answer | None] = {}
    while (waiting := walk(booklet, said, age).waiting) is not None:
        said[waiting.key] = None
    assert list(said) == [question.key for question in booklet if question.fits_age(age) and not question.only_if]


def test_a_follow_up_shares_its_parents_stone() -> None:
    stand = walk(FOLLOW_UPS, {"bullying": YES, "bullying_enough_done": NO, "bullying_help": None}, 12)
    assert [(turn.question.key, turn.stone) for turn in stand.turns] == [
        ("bullying", 1),
        ("bullying_enough_done", 1),
        ("bullying_help", 1),
    ]
    assert (stand.waiting.key, stand.stone, stand.stones) == ("anything", 2, 2)
    half = walk(FOLLOW_UPS, {"bullying": YES}, 12)
    assert (half.waiting.key, half.stone, half.stones) == ("bullying_enough_done", 1, 2)


def test_changing_an_early_answer_leaves_follow_ups_out_and_keeps_the_rest() -> None:
    said: dict[str, Answer | None] = {
        "bullying": YES,
        "bullying_enough_done": NO,
        "bullying_help": Answer(words="more"),
        "anything": Answer(words="x"),
    }
    assert keys_of(walk(FOLLOW_UPS, said, 12)) == list(said)
    changed = walk(FOLLOW_UPS, {**said, "bullying": NO}, 12)
    assert keys_of(changed) == ["bullying", "anything"]
    assert changed.waiting is None
    assert not changed.reaches("bullying_help")
    # said again as before, what hung on it is there again
    assert keys_of(walk(FOLLOW_UPS, said, 12)) == list(said)


def test_all_conditions_must_hold() -> None:
    sometimes = {"bullying": Answer(("sometimes",)), "bullying_enough_done": NO}
    assert walk(FOLLOW_UPS, sometimes, 12).waiting.key == "anything"
    assert walk(FOLLOW_UPS, {**sometimes, "bullying": YES}, 12).waiting.key == "bullying_help"


def test_a_skipped_parent_never_matches() -> None:
    assert walk(FOLLOW_UPS, {"bullying": None}, 12).waiting.key == "anything"


def test_choices_match_when_they_contain_one() -> None:
    ticks = Question("ticks", "choices", "Which?", options=YES_NO)
    more = Question("more", "words", "More?", only_if=(Condition("ticks", ("no", "unsure")),))
    booklet = booklet_of(ticks, more)
    assert walk(booklet, {"ticks": Answer(("yes", "no"))}, None).waiting is more
    assert walk(booklet, {"ticks": Answer(("yes",), "something else")}, None).waiting is None


def test_questions_outside_the_age_do_not_exist() -> None:
    booklet = read_yaml((EXAMPLES / "ages.yaml").read_text())[0]
    said = {question.key: None for question in booklet}
    asked = {age: keys_of(walk(booklet, said, age)) for age in (11, 12, 15, 16, 17, 18)}
    assert asked[11] == ["feel_today", "school_change"]
    assert asked[12] == asked[15] == asked[18] == ["feel_today"]
    assert asked[16] == asked[17] == ["feel_today", "leaving_help"]
    assert keys_of(walk(booklet, said, None)) == list(said)


def test_a_follow_up_of_a_question_outside_the_age_is_not_reached() -> None:
    parent = Question("parent", "choice", "?", options=YES_NO, from_age=16)
    child = Question("child", "words", "?", only_if=(Condition("parent", ("yes",)),))
    stand = walk(booklet_of(parent, child), {"parent": YES, "child": Answer(words="x")}, 12)
    assert (stand.turns, stand.waiting, stand.stones, stand.stone) == ((), None, 0, 0)
