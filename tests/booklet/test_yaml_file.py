import json

import pytest
from hypothesis import HealthCheck, given, settings

from consult.booklet import yaml_loader
from consult.booklet.check import check
from consult.booklet.model import Booklet, Option, Question
from consult.booklet.yaml_file import from_document, read_yaml, to_document, write_yaml
from tests.booklet.booklets import EXAMPLES, FILES, YES_NO, booklet_of, booklets

GOOD = (EXAMPLES / "follow_ups.yaml").read_text()
NESTED = "key: " + "[" * 3000 + "]" * 3000


def swapped(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(booklets())
def test_write_then_read_is_loss_free(booklet: Booklet) -> None:
    assert check(booklet) == []
    written = write_yaml(booklet)
    again, faults = read_yaml(written)
    assert faults == []
    assert again == booklet
    assert write_yaml(again) == written
    assert from_document(json.loads(json.dumps(to_document(booklet)))) == booklet


def test_layout_is_the_documented_one() -> None:
    assert write_yaml(read_yaml(GOOD)[0]) == GOOD


@pytest.mark.parametrize("path", [*FILES, *EXAMPLES.glob("[!s]*.yaml")], ids=lambda path: path.stem)
def test_files_in_the_house_have_no_fault_and_the_written_layout(path) -> None:
    booklet, faults = read_yaml(path.read_text())
    assert faults == []
    assert write_yaml(booklet) == path.read_text()


@pytest.mark.parametrize(
    "word", ["yes", "no", "on", "off", "Yes", "NO", "~", "null", "2014-07-01", "1.5", "0x10", "<<"]
)
def test_words_stay_words(word: str) -> None:
    booklet, faults = read_yaml(swapped('title: "Feeling safe"', f"title: {word}"))
    assert faults == []
    assert booklet.sections[0].title == word


def test_keys_that_other_readers_misread_are_quoted() -> None:
    booklet = booklet_of(*(Question(key, "words", "?") for key in ("true", "null", "no")), key="on")
    written = write_yaml(booklet)
    for key in ("true", "null", "no", "on"):
        assert f'key: "{key}"' in written
    assert read_yaml(written) == (booklet, [])


def test_unquoted_yes_and_digits_are_option_keys() -> None:
    text = (EXAMPLES / "choice.yaml").read_text().replace('"yes"', "yes").replace('"no"', "no")
    assert [option.key for option in read_yaml(text)[0].find("happy_home").options] == ["yes", "no", "unsure"]
    text = (EXAMPLES / "steps.yaml").read_text().replace('"5"', "5")
    assert read_yaml(text)[0].find("say_in_plans").options[0].key == "5"


def test_characters_that_yaml_finds_hard_survive() -> None:
    hard = '"it\'s" \\ # : {a} [b] & * ! | > % @ `\tłŵŷ 🙂 العربية a\u2028b\x85\ufeff\nnext'
    booklet = booklet_of(Question("q", "choice", hard, hint=hard, options=(Option("yes", hard), *YES_NO[1:])))
    assert read_yaml(write_yaml(booklet)) == (booklet, [])


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    assert read_yaml("\ufeff" + GOOD.replace("\n", "\r\n")) == read_yaml(GOOD)


@pytest.mark.parametrize(
    ("text", "line", "field", "says"),
    [
        ("", None, "", "empty"),
        ("# only a remark\n", None, "", "empty"),
        ("just words", 1, "", "fields with names"),
        ("- a\n- b\n", 1, "", "fields with names"),
        ("key: a\n---\nkey: b\n", 2, "", "cannot be read"),
        ("key: a\ntitle: \"open\n", 3, "", "quote"),
        ("key: a\n\ttitle: b\n", 2, "", "cannot be read"),
        ("key: a\nbad \x01 character\n", 2, "", "cannot be seen"),
        ('key: a\ntitle: "\\UFFFFFFFF"\n', None, "", "does not exist"),
        ('key: a\ntitle: "\\U00110000"\n', None, "", "does not exist"),
        ("key: a\ntitle: &x b\n", 2, "", "Anchors"),
        ("a: &a [x]\nb: [*a, *a]\n", 1, "", "Anchors"),
        ("key: a\ntitle: *x\n", 2, "", "aliases"),
        ("key: a\ntitle: !!binary aGk=\n", 2, "", "Tags"),
        ("key: !!python/object/apply:os.getcwd []\n", 1, "", "Tags"),
        (NESTED, 1, "", "too deep"),
        ("title: " + "x" * 1_000_001, None, "", "1 MB"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_a_booklet_at_all(text: str, line: int | None, field: str, says: str) -> None:
    booklet, faults = read_yaml(text)
    assert booklet is None
    assert [(fault.line, fault.field) for fault in faults] == [(line, field)]
    assert says in faults[0].sentence


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "says"),
    [
        ('title: "Questions', 'titel: "Questions', 3, "titel", "no field “titel”"),
        ('        text: "What would help?"\n', "", 24, "…[3].text", "missing"),
        ("kind: choice", "kind: choice\n        required: true", 10, "…[1].required", "required"),
        ("kind: choice", "kind: choice\n        kind: words", 10, "…[1].kind", "twice"),
        ('text: "Yes"}', 'text: "Yes", colour: red}', 12, "…[1].options[1].colour", "no field"),
        ('is: ["yes"]', "is: yes", 27, "…[3].only_if[1].is", "as a list"),
        ('{question: bullying, is: ["yes"]}', "bullying", 27, "…[3].only_if[1]", "with names"),
        ('text: "Sometimes"', "text: true", 13, "…[1].options[2].text", "in quotes"),
        ('text: "Sometimes"', "text: [a]", 13, "…[1].options[2].text", "words"),
        ('"Sometimes"}', '"Sometimes", exclusive: "true"}', 13, "…[1].options[2].exclusive", "true or false"),
        ("kind: choice", "kind: choice\n        other: yes", 10, "…[1].other", "true or false"),
        ("kind: choice", "kind: choice\n        for_ages: {}", 10, "…[1].for_ages", "from, to"),
        ("kind: choice", "kind: choice\n        for_ages: 16", 10, "…[1].for_ages", "with names"),
        ("kind: choice", 'kind: choice\n        for_ages: {to: "16"}', 10, "…[1].for_ages.to", "whole years"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named_with_its_line(old: str, new: str, line: int, field: str, says: str) -> None:
    field = field.replace("…", "sections[1].questions")
    booklet, faults = read_yaml(swapped(old, new))
    assert booklet is None
    assert (line, field) in {(fault.line, fault.field) for fault in faults}
    fault = next(fault for fault in faults if fault.field == field)
    assert says in fault.sentence
    assert str(fault) == f"line {line}, {field}: {fault.sentence}"


def test_a_file_with_no_end_of_entries_is_left_early(monkeypatch) -> None:
    monkeypatch.setattr(yaml_loader, "_MOST_NODES", 50)
    booklet, faults = read_yaml("key: [\n" + "a," * 50 + "]")
    assert booklet is None
    assert [str(fault) for fault in faults] == ["line 2: The file has more entries than any booklet needs."]
    assert read_yaml("key: [\n" + "a," * 40 + "]")[1][0].sentence.startswith("“audience” is missing")


def test_all_faults_come_at_once_in_the_order_of_lines() -> None:
    text = swapped("audience: young_person", "audience: everybody")
    text = text.replace("key: safe", "key: Safe").replace("kind: words", "kind: word").replace('title: "F', 'titel: "F')
    booklet, faults = read_yaml(text)
    assert booklet is None
    assert [fault.line for fault in faults] == [2, 5, 5, 6, 25, 29]


def test_what_is_missing_is_told_once() -> None:
    _, faults = read_yaml(swapped('        text: "What would help?"\n', ""))
    assert len(faults) == 1
