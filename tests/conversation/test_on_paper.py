"""A booklet on paper: which questions stand on it, with which numbers, and answers that nothing led to."""

from consult.booklet.answers import Answer
from consult.booklet.model import Booklet, Condition, Option, Question, Section
from consult.conversation.on_paper import find_strays, lay_out
from consult.conversation.walk import walk

YES_NO = (Option("yes", "Yes"), Option("no", "No"))


def ask(key: str, *needs: tuple[str, str], from_age: int | None = None) -> Question:
    conditions = tuple(Condition(question, (option,)) for question, option in needs)
    return Question(key, "choice", key, options=YES_NO, only_if=conditions, from_age=from_age)


BOOKLET = Booklet(
    "b",
    "child",
    "B",
    (
        Section("one", "One", (ask("home"), ask("home_more", ("home", "no")), ask("home_still", ("home_more", "no")))),
        Section("two", "Two", (ask("leaving", from_age=16), ask("leaving_more", ("leaving", "yes")), ask("school"))),
    ),
)
YES, NO = Answer(picked=("yes",)), Answer(picked=("no",))


def numbers(age: int | None) -> dict[str, str]:
    return {each.question.key: each.number for each in lay_out(BOOKLET, age)}


def strays(said: dict[str, Answer | None], *spoiled: str) -> list[tuple[str, str, bool]]:
    found = find_strays(BOOKLET, walk(BOOKLET, said, 17), {key: said[key] for key in said if said[key]}, spoiled)
    return [(each.question.key, each.needed.question, each.unsaid) for each in found]


def test_follow_ups_share_the_number_of_what_leads_to_them() -> None:
    assert numbers(17) == {
        "home": "1",
        "home_more": "1a",
        "home_still": "1b",
        "leaving": "2",
        "leaving_more": "2a",
        "school": "3",
    }


def test_a_question_for_others_takes_its_follow_up_along() -> None:
    assert numbers(15) == {"home": "1", "home_more": "1a", "home_still": "1b", "school": "2"}


def test_a_blank_copy_has_every_question() -> None:
    assert len(numbers(None)) == 6


def test_what_the_answers_lead_to_is_no_stray() -> None:
    assert strays({"home": NO, "home_more": NO, "home_still": YES}) == []


def test_a_follow_up_under_another_answer_is_a_stray() -> None:
    assert strays({"home": YES, "home_more": NO}) == [("home_more", "home", False)]


def test_a_follow_up_under_an_empty_question_is_a_stray() -> None:
    assert strays({"home": None, "home_more": NO}) == [("home_more", "home", False)]


def test_a_follow_up_is_never_lost_under_an_empty_follow_up() -> None:
    assert strays({"home": NO, "home_more": None, "home_still": YES}) == [("home_still", "home_more", False)]
    assert strays({"home": YES, "home_more": None, "home_still": YES}) == [("home_still", "home_more", True)]


def test_what_hangs_on_a_stray_is_told_once() -> None:
    assert strays({"home": YES, "home_more": NO, "home_still": YES}) == [("home_more", "home", False)]


def test_what_hangs_on_an_unreadable_answer_is_not_told() -> None:
    assert strays({"home": None, "home_more": NO}, "home") == []
