"""The catalogues: the template holds what the code says, and every language keeps placeholders and plurals."""

import re
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from consult.web.house.catalogues import FOLDER, catalogue_path, sentences_in, shipped_languages
from consult.web.house.sentences import all_sentences, childrens_sentences, is_staffs

TEMPLATE = FOLDER / "messages.pot"
LANGUAGES = sorted(shipped_languages())
FORMS = {"pl": 3, "ar": 6}
FEW_FORMS = {"pl": 1, "ar": 3}
"""So many of a language's plural forms stand for one number each, and may leave the number out."""
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
KEPT_IN_ORDER = re.compile("\u2066[^\u2069]*\u2069")
"""What stands between the two signs that keep it from left to right."""

in_every_language = pytest.mark.parametrize("tag", LANGUAGES)


def read(path: Path, tag: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=tag)


def id_of(entry: Message) -> str | tuple[str, ...]:
    return entry.id if isinstance(entry.id, str) else tuple(entry.id)


def faults_of(entry: Message, few: int) -> list[str]:
    """Placeholders that a translation lost or made up."""
    if isinstance(entry.id, str):
        fits = sorted(PLACEHOLDER.findall(entry.id)) == sorted(PLACEHOLDER.findall(str(entry.string)))
        return [] if fits else [entry.id]
    wanted = set(PLACEHOLDER.findall(entry.id[1]))
    for place, form in enumerate(entry.string):
        kept = set(PLACEHOLDER.findall(form))
        if kept - wanted or (place >= few and kept != wanted):
            return [entry.id[0]]
    return []


def test_the_template_is_up_to_date() -> None:
    said = {each if isinstance(each, str) else each[0] for each in all_sentences()}
    written = {entry.id if isinstance(entry.id, str) else entry.id[0] for entry in read(TEMPLATE) if entry.id}
    assert (sorted(said - written), sorted(written - said)) == ([], []), "run make words"


def test_what_only_staff_see_is_told_apart() -> None:
    assert not is_staffs("templates/talk/ask.html")
    assert not is_staffs("templates/a_room_of_tomorrow/page.html")
    assert not is_staffs("consult/web/talk/filling.py")
    assert is_staffs("templates/desk/desk.html")
    assert is_staffs("consult/web/house/staff_frame.py")
    ours = childrens_sentences()
    assert "Stop and hide" in ours
    assert "Staff sign-in" not in ours
    assert "Staff sign-in" in all_sentences()


def test_polish_and_arabic_are_there() -> None:
    assert {"pl", "ar"} <= set(LANGUAGES)


@in_every_language
def test_a_language_says_all_that_children_see_and_nothing_else(tag: str) -> None:
    kept = {id_of(entry) for entry in read(catalogue_path(tag), tag) if entry.id}
    ours = childrens_sentences()
    assert (sorted(map(str, ours - kept)), sorted(map(str, kept - ours))) == ([], [])


@in_every_language
def test_nothing_is_blank_or_fuzzy(tag: str) -> None:
    for entry in read(catalogue_path(tag), tag):
        forms = [entry.string] if isinstance(entry.string, str) else list(entry.string)
        assert all(form.strip() for form in forms), entry.id
        assert not (entry.id and entry.fuzzy), entry.id


@in_every_language
def test_placeholders_are_kept(tag: str) -> None:
    faults = [each for entry in read(catalogue_path(tag), tag) if entry.id for each in faults_of(entry, FEW_FORMS[tag])]
    assert faults == []


@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if Locale.parse(tag).text_direction == "rtl"])
def test_a_telephone_number_is_not_turned_round(tag: str) -> None:
    """Between Arabic words “0303 123 1113” would be shown as “1113 123 0303”."""
    said = {entry.id: KEPT_IN_ORDER.sub("", str(entry.string)) for entry in read(catalogue_path(tag), tag) if entry.id}
    assert [each for each, text in said.items() if re.search(r"\d\s\d", text)] == []


@in_every_language
def test_plurals_have_every_form(tag: str) -> None:
    catalogue = read(catalogue_path(tag), tag)
    assert catalogue.num_plurals == FORMS[tag]
    plural = [entry for entry in catalogue if entry.id and not isinstance(entry.id, str)]
    assert plural
    assert all(len(entry.string) == FORMS[tag] for entry in plural)


@pytest.mark.parametrize(
    ("string", "sound"),
    [("Cześć %(name)s", True), ("Cześć", False), ("Cześć %(imie)s", False), ("%(name)s %(name)s", False)],
)
def test_a_lost_placeholder_would_be_found(string: str, sound: bool) -> None:
    assert (faults_of(Message("Hello %(name)s", string), 1) == []) is sound


@pytest.mark.parametrize(
    ("forms", "sound"),
    [
        (("jedno", "%(num)s pytania", "%(num)s pytań"), True),
        (("jedno", "pytania", "%(num)s pytań"), False),
        (("jedno", "%(num)s pytania", "%(liczba)s pytań"), False),
    ],
)
def test_a_plural_without_its_number_would_be_found(forms: tuple[str, ...], sound: bool) -> None:
    assert (faults_of(Message(("one", "%(num)s"), forms), 1) == []) is sound


@pytest.mark.parametrize(
    ("tag", "number", "form"),
    [
        ("pl", 1, "Jest jedno pytanie."),
        ("pl", 2, "Są %(num)s pytania."),
        ("pl", 5, "Jest %(num)s pytań."),
        ("pl", 12, "Jest %(num)s pytań."),
        ("pl", 22, "Są %(num)s pytania."),
        ("ar", 1, "هناك سؤال واحد."),
        ("ar", 2, "هناك سؤالان."),
        ("ar", 3, "هناك %(num)s أسئلة."),
        ("ar", 10, "هناك %(num)s أسئلة."),
        ("ar", 11, "هناك %(num)s سؤالًا."),
        ("ar", 99, "هناك %(num)s سؤالًا."),
        ("ar", 100, "هناك %(num)s سؤال."),
    ],
)
def test_a_number_takes_its_form(tag: str, number: int, form: str) -> None:
    said = sentences_in(tag).ungettext("There is one question.", "There are %(num)s questions.", number)
    assert said == form
