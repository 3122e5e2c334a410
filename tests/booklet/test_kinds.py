from dataclasses import replace

import pytest

from consult.booklet.answers import LONGEST, Answer, Given, NotAnAnswer
from consult.booklet.kinds import KINDS
from consult.booklet.model import Option, Question
from consult.booklet.yaml_file import read_yaml
from tests.booklet.booklets import EXAMPLES, YES_NO


def example(kind: str) -> Question:
    return read_yaml((EXAMPLES / f"{kind}.yaml").read_text())[0].questions[0]


def read(kind: str, *picked: str, words: str = "") -> Answer:
    return KINDS[kind].read(example(kind), Given(picked, words))


def test_every_kind_has_its_example() -> None:
    assert [example(kind).kind for kind in KINDS] == list(KINDS)


def test_which_kinds_are_open() -> None:
    assert [name for name, kind in KINDS.items() if not kind.closed] == ["words", "people", "drawing"]


def test_options_come_from_the_kind_unless_the_file_words_them() -> None:
    assert [option.key for option in KINDS["faces"].options(example("faces"))] == [
        "good",
        "ok",
        "not_good",
        "mix",
        "unsure",
    ]
    assert [option.key for option in KINDS["scale"].options(example("scale"))] == [str(n) for n in range(11)]
    assert KINDS["choice"].options(example("choice")) == example("choice").options
    worded = replace(example("faces"), options=tuple(Option(key, "!") for key in KINDS["faces"].fixed))
    assert KINDS["faces"].options(worded)[0].text == "!"
    assert KINDS["words"].options(example("words")) == ()


@pytest.mark.parametrize(
    ("kind", "cell", "answer"),
    [
        ("choice", "no", Answer(("no",))),
        ("choice", " unsure ", Answer(("unsure",))),
        ("faces", "mix", Answer(("mix",))),
        ("steps", "5", Answer(("5",))),
        ("steps", "unsure", Answer(("unsure",))),
        ("scale", "0", Answer(("0",))),
        ("scale", "10", Answer(("10",))),
        ("scale", " 07 ", Answer(("7",))),
        ("scale", "000", Answer(("0",))),
        ("words", " As I said: fine \r\n", Answer((), " As I said: fine \n")),
        ("choices", "pets", Answer(("pets",))),
        ("choices", "pets|food", Answer(("food", "pets"))),
        ("choices", " pets | food | pets ", Answer(("food", "pets"))),
        ("choices", "other:my brother: he | and I", Answer((), "my brother: he | and I")),
        ("choices", " other: the den", Answer((), " the den")),
        ("choices", "food | other:the other: thing", Answer(("food",), "the other: thing")),
        ("choices", "food|other:", Answer(("food",))),
        ("choices", "none", Answer(("none",))),
    ],
)
def test_a_cell_is_read(kind: str, cell: str, answer: Answer) -> None:
    assert KINDS[kind].read_cell(example(kind), cell) == answer


@pytest.mark.parametrize(
    ("kind", "cell", "fault"),
    [
        ("choice", "maybe", "unknown_option"),
        ("choice", "yes|no", "unknown_option"),
        ("choice", "", "nothing_picked"),
        ("faces", "5", "unknown_option"),
        ("steps", "6", "unknown_option"),
        ("scale", "11", "unknown_option"),
        ("scale", "-1", "not_a_number"),
        ("scale", "7.5", "not_a_number"),
        ("scale", "seven", "not_a_number"),
        ("scale", "²", "not_a_number"),
        ("scale", "٧", "not_a_number"),
        ("scale", "", "not_a_number"),
        ("words", " \n\t", "nothing_picked"),
        ("words", "\x00", "nothing_picked"),
        ("words", "x" * (LONGEST + 1), "too_long"),
        ("choices", "", "nothing_picked"),
        ("choices", "other:", "nothing_picked"),
        ("choices", "other:\x00 ", "nothing_picked"),
        ("choices", "foodother:den", "unknown_option"),
        ("choices", "food,pets", "unknown_option"),
        ("choices", "none|pets", "exclusive"),
        ("choices", "none|other:den", "exclusive"),
        ("choices", "other:" + "x" * (LONGEST + 1), "too_long"),
    ],
)
def test_a_cell_is_refused(kind: str, cell: str, fault: str) -> None:
    with pytest.raises(NotAnAnswer) as refused:
        KINDS[kind].read_cell(example(kind), cell)
    assert refused.value.fault == fault
    assert str(refused.value) == fault  # what was said stays out of the message


def test_a_press_is_read() -> None:
    assert read("choice", "", "yes") == Answer(("yes",))
    assert read("scale", "7") == Answer(("7",))
    assert read("choices", "pets", "", "food", words=" den ") == Answer(("food", "pets"), " den ")
    assert read("choices", "food", words=" \x00\n") == Answer(("food",))
    assert read("words", words="x" * LONGEST) == Answer((), "x" * LONGEST)
    assert read("words", "ignored", words="a\x07b") == Answer((), "ab")


@pytest.mark.parametrize("kind", ["choice", "faces", "steps", "scale"])
def test_pick_one_refuses_none_two_and_strangers(kind: str) -> None:
    first, second = [option.key for option in KINDS[kind].options(example(kind))][:2]
    for picked, fault in [((), "nothing_picked"), (("",), "nothing_picked"), ((first, second), "one_only"),
                          (("stranger",), "unknown_option")]:  # fmt: skip
        with pytest.raises(NotAnAnswer) as refused:
            read(kind, *picked)
        assert refused.value.fault == fault


def test_something_else_only_where_the_file_allows_it() -> None:
    closed = replace(example("choices"), other=False)
    with pytest.raises(NotAnAnswer) as refused:
        KINDS["choices"].read(closed, Given(("food",), "den"))
    assert refused.value.fault == "unknown_option"
    assert KINDS["choices"].read(closed, Given(("food",), "  ")) == Answer(("food",))


def test_a_key_that_ends_in_other_is_no_something_else() -> None:
    question = Question("who", "choices", "Who?", options=(Option("brother", "Brother"), *YES_NO), other=True)
    assert KINDS["choices"].read_cell(question, "brother") == Answer(("brother",))
    with pytest.raises(NotAnAnswer):
        KINDS["choices"].read_cell(question, "brother:me")


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("choice", Answer(("no",))),
        ("choices", Answer(("food", "pets"), " den ")),
        ("faces", Answer(("unsure",))),
        ("steps", Answer(("2",))),
        ("scale", Answer(("7",))),
        ("words", Answer((), " two\nlines ")),
    ],
)
def test_a_form_filled_with_an_answer_gives_it_back(kind: str, answer: Answer) -> None:
    asked = example(kind)
    assert KINDS[kind].read(asked, KINDS[kind].fill(asked, answer)) == answer
