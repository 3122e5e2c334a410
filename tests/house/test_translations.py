"""The catalogue of sentences to translate holds what the code says."""

import io
import re

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from tests.house.files import ROOT

CATALOGUE = ROOT / "translations" / "messages.pot"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "lazy_gettext": None, "pgettext": ((1, "c"), 2), "_l": None}


def test_the_catalogue_is_up_to_date() -> None:
    mapping, options = parse_mapping_cfg(io.StringIO((ROOT / "babel.cfg").read_text(encoding="utf-8")))
    said = {
        message if isinstance(message, str) else message[0]
        for _, _, message, _, _ in extract_from_dir(ROOT, mapping, options, keywords=KEYWORDS)
    }
    with CATALOGUE.open("rb") as file:
        written = {entry.id if isinstance(entry.id, str) else entry.id[0] for entry in read_po(file) if entry.id}
    assert (sorted(said - written), sorted(written - said)) == ([], []), "run make words"


@pytest.mark.parametrize("path", sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po")), ids=str)
def test_translations_keep_their_placeholders(path: object) -> None:
    with open(str(path), "rb") as file:
        for entry in read_po(file):
            if entry.id and entry.string and isinstance(entry.id, str):
                assert sorted(re.findall(r"%\(\w+\)s", entry.id)) == sorted(re.findall(r"%\(\w+\)s", str(entry.string)))
