"""Answers from a file, one JSON object a line, as the `analyse` command reads and writes them."""

import json
from collections.abc import Iterable
from typing import Any

from consult.analysis.analyse import analyse
from consult.analysis.finding import Utterance

_AGE_BANDS = {"under-11": "under-11", "under11": "under-11", "11-plus": "11-plus", "11plus": "11-plus"}


class BadLine(ValueError):
    """A line that cannot be read: its number, counted from 1, and a sentence for people without any of its words."""

    def __init__(self, number: int, sentence: str):
        super().__init__(sentence)
        self.number = number
        self.sentence = sentence


def analyse_lines(lines: Iterable[str]) -> list[str]:
    """One JSON line (plain ASCII, no line end) per answer, in the same order; empty lines are passed over.

    Raises BadLine for the first line that is not a JSON object or lacks `id` or `text`.
    """
    rows = [_read(number, line) for number, line in enumerate(lines, start=1) if line.strip("\ufeff \t\r\n")]
    return [json.dumps({"id": row["id"], **analyse(_utterance(row)).to_json()}) for row in rows]


def _read(number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        raise BadLine(number, f"Line {number} is not JSON.") from None
    if not isinstance(row, dict):
        raise BadLine(number, f"Line {number} is not a JSON object.")
    if isinstance(row.get("id"), bool) or not isinstance(row.get("id"), str | int):
        raise BadLine(number, f"Line {number} has no “id” (words or a whole number).")
    if not isinstance(row.get("text"), str):
        raise BadLine(number, f"Line {number} has no “text” (words).")
    for field in ("question_context", "language", "age_band"):
        if not isinstance(row.get(field, ""), str | None):
            raise BadLine(number, f"Line {number}: “{field}” must be words.")
    return row


def _utterance(row: dict[str, Any]) -> Utterance:
    return Utterance(
        text=row["text"],
        question_context=row.get("question_context") or "",
        language=row.get("language") or "en",
        age_band=_AGE_BANDS.get(row.get("age_band") or "", ""),
    )
