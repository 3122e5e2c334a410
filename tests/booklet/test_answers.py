import json

from hypothesis import given
from hypothesis import strategies as st

from consult.booklet.answers import Answer, Wish, clean


@given(st.text())
def test_clean_takes_out_only_what_cannot_be_stored(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert all(char in "\n\t" or ord(char) >= 32 for char in cleaned)
    kept = [char for char in text if char.isprintable() or char in "\u2028\u200d"]
    assert [char for char in cleaned if char.isprintable() or char in "\u2028\u200d"] == kept


def test_clean_by_example() -> None:
    assert clean("a\r\nb\rc\n\td\x00\x1b\x7f\ud800\ufffe\uffff") == "a\nb\nc\n\td"
    assert clean("  ł 👩‍👧 \u200fعربي  ") == "  ł 👩‍👧 \u200fعربي  "


WISHES = st.builds(Wish, st.sampled_from(["come", "not", "either"]), st.text(max_size=3), st.text(max_size=3))


@given(st.lists(st.text(max_size=5)), st.text(), st.lists(WISHES, max_size=3), st.text(max_size=9))
def test_an_answer_survives_json(picked: list[str], words: str, people: list[Wish], drawing: str) -> None:
    answer = Answer(tuple(picked), words, tuple(people), drawing)
    assert Answer.from_json(json.loads(json.dumps(answer.to_json()))) == answer


def test_answers_kept_before_there_were_people_and_drawings_are_read() -> None:
    assert Answer.from_json({"picked": ["yes"], "words": "so"}) == Answer(("yes",), "so")
    assert Answer(("yes",), "so").to_json() == {"picked": ["yes"], "words": "so"}
