from dataclasses import replace

import pytest

from consult.booklet.check import check
from consult.booklet.model import AUDIENCES, Booklet, Condition, Option, Question, Section
from consult.booklet.yaml_file import read_yaml
from tests.booklet.booklets import EXAMPLES, YES_NO, booklet_of

HOME = Question("home", "choice", "Is home good or not good?", options=YES_NO)
MORE = Question("more", "words", "What makes it like that?", only_if=(Condition("home", ("no",)),))
TICKS = Question("ticks", "choices", "Which of these?", options=YES_NO)
STEPS = Question(
    "steps", "steps", "How much?", options=tuple(Option(key, key) for key in ("5", "4", "3", "2", "1", "unsure"))
)
SCALE = Question("scale", "scale", "From 0 to 10?")
FACES = Question("faces", "faces", "How do you feel?")
SOUND = booklet_of(HOME, MORE, TICKS, STEPS, SCALE, FACES)
FIRST = "sections[1].questions[1]"


def with_option(question: Question, **changed: object) -> Question:
    return replace(question, options=(replace(question.options[0], **changed), *question.options[1:]))


def test_a_sound_booklet_has_no_fault() -> None:
    assert check(SOUND) == []
    for audience in AUDIENCES:
        assert check(replace(SOUND, audience=audience)) == []


@pytest.mark.parametrize(
    ("question", "field", "says"),
    [
        (replace(HOME, key=""), "key", "empty"),
        (replace(HOME, key="Home"), "key", "cannot be a key"),
        (replace(HOME, key="2nd"), "key", "cannot be a key"),
        (replace(HOME, key="home\n"), "key", "cannot be a key"),
        (replace(HOME, key="h" * 61), "key", "61 characters"),
        (replace(HOME, kind="dance"), "kind", "no kind"),
        (replace(HOME, text=" \n"), "text", "empty"),
        (replace(HOME, text="x" * 501), "text", "501 characters"),
        (replace(HOME, text="a\x00b"), "text", "cannot be seen"),
        (replace(HOME, text="a\ud800b"), "text", "cannot be seen"),
        (replace(HOME, hint="x" * 501), "hint", "501 characters"),
        (replace(HOME, themes=("food_daily_life", "weather")), "themes[2]", "no theme"),
        (replace(HOME, themes=("pets", "pets")), "themes[2]", "twice"),
        (replace(HOME, headline=("yes", "maybe")), "headline[2]", "no option"),
        (replace(SCALE, headline=("11",)), "headline[1]", "no option"),
        (replace(MORE, only_if=(), headline=("yes",)), "headline", "no options to total"),
        (replace(HOME, from_age=17, to_age=16), "for_ages", "nobody"),
        (replace(HOME, from_age=99), "for_ages", "0 to 25"),
        (replace(HOME, other=True), "other", "Only choices"),
        (replace(HOME, options=()), "options", "two options"),
        (replace(TICKS, options=YES_NO[:1]), "options", "two options"),
        (replace(MORE, only_if=(), options=YES_NO), "options", "has no options"),
        (replace(SCALE, options=YES_NO), "options", "Word all of these"),
        (replace(FACES, options=YES_NO), "options", "Word all of these"),
        (replace(STEPS, options=()), "options", "Word all of these"),
        (replace(STEPS, options=STEPS.options[:5]), "options", "Word all of these"),
        (replace(STEPS, options=STEPS.options[::-1]), "options", "in this order"),
        (replace(HOME, options=tuple(Option(f"o{n}", "x") for n in range(31))), "options", "31 options"),
        (with_option(HOME, key="YES"), "options[1].key", "cannot be a key"),
        (with_option(HOME, key="a|b"), "options[1].key", "cannot be a key"),
        (with_option(HOME, key="no"), "options[2].key", "already"),
        (with_option(HOME, text=""), "options[1].text", "empty"),
        (with_option(HOME, picture="p-house"), "options[1].picture", "no picture"),
        (with_option(HOME, exclusive=True), "options[1].exclusive", "Only an option of choices"),
        (with_option(HOME, was=("Old",)), "options[1].was", "cannot be a key"),
        (with_option(HOME, was=("no",)), "options[1].was", "one new option only"),
        (replace(HOME, options=(*YES_NO[:2], Option("a", "A", was=("old",)), Option("b", "B", was=("old",)))),
         "options[3].was", "one new option only"),
        (replace(with_option(TICKS, key="other"), other=True), "options[1].key", "Something else"),
        (replace(MORE, only_if=(Condition("later", ("no",)),)), "only_if[1].question", "no earlier question"),
        (replace(MORE, only_if=(Condition("more", ("no",)),)), "only_if[1].question", "no earlier question"),
    ],
)  # fmt: skip
def test_each_rule_of_a_question(question: Question, field: str, says: str) -> None:
    later = replace(HOME, key="later")
    faults = check(booklet_of(question, later))
    assert f"{FIRST}.{field}" in [fault.field for fault in faults]
    assert any(says in fault.sentence for fault in faults if fault.field == f"{FIRST}.{field}")
    assert all(fault.field.startswith(FIRST) for fault in faults)


@pytest.mark.parametrize(
    ("condition", "field", "says"),
    [
        (Condition("home", ()), "is", "one answer or more"),
        (Condition("home", ("no", "never")), "is[2]", "no option of “home”"),
        (Condition("scale", ("11",)), "is[1]", "no option of “scale”"),
        (Condition("said", ("no",)), "question", "not answered by picking"),
    ],
)
def test_each_rule_of_a_condition(condition: Condition, field: str, says: str) -> None:
    follow_up = replace(MORE, only_if=(Condition("home", ("yes",)), condition))
    faults = check(booklet_of(HOME, SCALE, replace(MORE, key="said", only_if=()), follow_up))
    assert [fault.field for fault in faults] == [f"sections[1].questions[4].only_if[2].{field}"]
    assert says in faults[0].sentence


@pytest.mark.parametrize(
    ("booklet", "field", "says"),
    [
        (replace(SOUND, key="About me"), "key", "cannot be a key"),
        (replace(SOUND, audience="everybody"), "audience", "no audience"),
        (replace(SOUND, title=""), "title", "empty"),
        (replace(SOUND, sections=()), "sections", "needs a section"),
        (replace(SOUND, sections=(*SOUND.sections, Section("empty", "Empty", ()))), "sections[2].questions", "needs a"),
        (replace(SOUND, sections=(*SOUND.sections, Section("all", "Again", (replace(HOME, key="x"),)))),
         "sections[2].key", "already"),
        (replace(SOUND, sections=(*SOUND.sections, Section("b", "", (replace(HOME, key="x"),)))),
         "sections[2].title", "empty"),
        (replace(SOUND, sections=(*SOUND.sections, Section("b", "B", (HOME,)))),
         "sections[2].questions[1].key", "already"),
        (booklet_of(*(replace(HOME, key=f"q{n}") for n in range(201))), "sections", "201 questions"),
    ],
)  # fmt: skip
def test_each_rule_of_the_booklet(booklet: Booklet, field: str, says: str) -> None:
    faults = check(booklet)
    assert [fault.field for fault in faults] == [field]
    assert says in faults[0].sentence
    assert faults[0].line is None


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("audience: child", "audience: toddler", 2),
        ("themes: [home_placement]", "themes: [home_placement, zoo]", 12),
        ("picture: p-pets", "picture: p-zoo", 16),
        ("kind: choices", "kind: choice", 13),
        ('text: "Food"', 'text: ""', 15),
        ("key: home_likes", "key: Home", 8),
    ],
)
def test_a_broken_rule_in_a_file_has_its_line(old: str, new: str, line: int) -> None:
    text = (EXAMPLES / "choices.yaml").read_text()
    assert old in text
    booklet, faults = read_yaml(text.replace(old, new, 1))
    assert booklet is None
    assert line in [fault.line for fault in faults]
