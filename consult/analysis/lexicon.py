"""Reads the word lists in `consult/lexicons/`. All have one form: `key: item, item`, and `#` begins a remark."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "lexicons"


class LexiconFault(ValueError):
    """A line of a word list that cannot be read; says which file and line."""


@cache
def read_list(name: str) -> dict[str, tuple[str, ...]]:
    """The word list `name`, as items by key in the order of the file; a key may stand on several lines."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    items: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(lines, start=1):
        content = line.strip()
        if not content or content.startswith("#"):
            continue
        key, colon, values = content.partition(": ")
        if not colon:
            raise LexiconFault(f"{name}.txt, line {number}: write it as “key: item, item”.")
        found = tuple(value.strip() for value in values.split(",") if value.strip())
        items[key.strip()] = items.get(key.strip(), ()) + found
    return items


def key_by_item(name: str) -> dict[str, str]:
    """The word list `name` turned round: each item with the key it stands under."""
    return {item: key for key, items in read_list(name).items() for item in items}
