"""Wishes about people: listed ones and others by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.booklet.answers import Answer, Given, NotAnAnswer, Wish
from consult.booklet.kinds.people import LONGEST_NAME, MOST_NAMES, WISHES, People
from consult.booklet.model import Option, Question

PEOPLE = People()
WHO = Question("who", "people", "Who?", options=(Option("nan", "My nan"), Option("teacher", "My teacher")))


def read(**fields: str) -> Answer:
    return PEOPLE.read(WHO, Given(fields={name.replace("_", "-"): value for name, value in fields.items()}))


def fault_of(fields: dict[str, str]) -> str:
    with pytest.raises(NotAnAnswer) as refused:
        PEOPLE.read(WHO, Given(fields=fields))
    assert str(refused.value) == refused.value.fault  # no name in the message
    return refused.value.fault


def test_wishes_stand_in_the_order_of_the_file_then_of_the_form() -> None:
    answer = read(name_2=" Bo ", wish_2="either", who_teacher="not", name_1="nan", wish_1="come", who_nan="come")
    assert answer.people == (
        Wish("come", key="nan"),
        Wish("not", key="teacher"),
        Wish("come", name="nan"),  # somebody else than the listed one
        Wish("either", name="Bo"),
    )
    assert (answer.picked, answer.words) == ((), "")


def test_one_wish_is_enough_and_empty_rows_are_passed_over() -> None:
    assert read(who_nan="", who_teacher="either", name_1="", wish_1="", name_3=" \x00", wish_3="") == Answer(
        people=(Wish("either", key="teacher"),)
    )


def test_the_same_name_twice_is_one_person() -> None:
    assert len(read(name_1="Bo", wish_1="come", name_2="Bo", wish_2="come").people) == 1


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({}, "nothing_picked"),
        ({"who-nan": ""}, "nothing_picked"),
        ({"who-stranger": "come"}, "unknown_option"),
        ({"who-nan": "maybe"}, "unknown_option"),
        ({"name-1": "Bo", "wish-1": "maybe"}, "unknown_option"),
        ({"name-1": "Bo"}, "name_and_wish"),
        ({"wish-1": "come", "name-1": "  "}, "name_and_wish"),
        ({"name-1": "Bo", "wish-1": "come", "name-2": "Bo", "wish-2": "not"}, "exclusive"),
        ({"name-1": "x" * (LONGEST_NAME + 1), "wish-1": "come"}, "long_name"),
        ({f"{what}-{n}": "come" for n in range(1, MOST_NAMES + 1) for what in ("name", "wish")}, ""),
    ],
)
def test_what_is_no_answer(fields: dict[str, str], fault: str) -> None:
    if fault:
        assert fault_of(fields) == fault
    else:  # twenty rows with one name are one person; twenty-one names are too many
        assert len(PEOPLE.read(WHO, Given(fields=fields)).people) == 1
        names = {f"name-{n}": f"P{n}" for n in range(1, MOST_NAMES + 2)}
        wishes = {f"wish-{n}": "come" for n in range(1, MOST_NAMES + 2)}
        assert fault_of(names | wishes) == "too_many_names"
        del names["name-21"], wishes["wish-21"]
        assert len(PEOPLE.read(WHO, Given(fields=names | wishes)).people) == MOST_NAMES


@given(st.dictionaries(st.from_regex(r"(who|name|wish)-(nan|[0-9٣]{0,6})", fullmatch=True), st.text(max_size=70)))
def test_any_form_is_an_answer_or_refused(fields: dict[str, str]) -> None:
    try:
        answer = PEOPLE.read(WHO, Given(fields=fields))
    except NotAnAnswer:
        return
    assert answer.people
    assert PEOPLE.read(WHO, PEOPLE.fill(WHO, answer)) == answer


@given(
    st.lists(
        st.builds(Wish, st.sampled_from(WISHES), name=st.text("abc é:|", min_size=1, max_size=9).map(str.strip)),
        max_size=MOST_NAMES,
        unique_by=lambda each: each.name,
    )
)
def test_a_form_filled_with_wishes_gives_them_back(named: list[Wish]) -> None:
    answer = Answer(people=(Wish("come", key="nan"), *(each for each in named if each.name)))
    assert PEOPLE.read(WHO, PEOPLE.fill(WHO, answer)) == answer


def test_a_cell() -> None:
    assert PEOPLE.read_cell(WHO, " teacher:not | other:Uncle: Bo:either|nan:come") == Answer(
        people=(Wish("come", key="nan"), Wish("not", key="teacher"), Wish("either", name="Uncle: Bo"))
    )


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("nan", "unknown_option"),
        ("nan:perhaps", "unknown_option"),
        ("grandma:come", "unknown_option"),
        ("other::come", "unknown_option"),
        ("nan:come|", "unknown_option"),
        ("nan:come|nan:not", "exclusive"),
        ("other:" + "x" * 61 + ":come", "long_name"),
    ],
)
def test_a_cell_is_refused(cell: str, fault: str) -> None:
    with pytest.raises(NotAnAnswer) as refused:
        PEOPLE.read_cell(WHO, cell)
    assert refused.value.fault == fault
