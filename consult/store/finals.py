"""Final rows: what sending leaves for reports. They hold no words and outlive the words' key."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, insert, select

from consult.store.database import Transaction
from consult.store.tables import final_answer, final_theme


@dataclass(frozen=True, slots=True)
class Final:
    """One question that was reached. `options`: picked keys joined by `|`, own words as `other`.

    `mood` is blank where there were no words. `because`: rule names and offsets, no text.
    """

    question: str
    state: str
    options: str
    mood: str = ""
    themes: tuple[str, ...] = ()
    concern: bool = False
    because: str = "[]"
    method: str = ""


_OF = select(final_answer).where(
    final_answer.c.authority_id == bindparam("authority"), final_answer.c.conversation_id == bindparam("conversation")
)
_THEMES_OF = (
    select(final_theme.c.theme, final_answer.c.question)
    .join(final_answer, final_answer.c.id == final_theme.c.final_answer_id)
    .where(
        final_theme.c.authority_id == bindparam("authority"),
        final_answer.c.conversation_id == bindparam("conversation"),
    )
    .order_by(final_theme.c.id)
)


def write_finals(
    tx: Transaction,
    finals: Sequence[Final],
    *,
    conversation_id: int,
    review_id: int | None,
    booklet: str,
    edition: int,
    band: str,
    age: int,
) -> None:
    """The final rows of one sent booklet, in place of those of an earlier sending."""
    old = select(final_answer.c.id).where(
        final_answer.c.authority_id == tx.authority_id, final_answer.c.conversation_id == conversation_id
    )
    tx.connection.execute(
        delete(final_theme).where(final_theme.c.authority_id == tx.authority_id, final_theme.c.final_answer_id.in_(old))
    )
    tx.connection.execute(
        delete(final_answer).where(
            final_answer.c.authority_id == tx.authority_id, final_answer.c.conversation_id == conversation_id
        )
    )
    shared = {
        "conversation_id": conversation_id,
        "review_id": review_id,
        "booklet": booklet,
        "edition": edition,
        "band": band,
        "age": age,
    }
    for final in finals:
        added = tx.add(insert(final_answer), shared | _row(final))
        for theme in final.themes:
            tx.add(insert(final_theme), {"final_answer_id": added, "theme": theme})


def list_finals(tx: Transaction, conversation_id: int) -> dict[str, Final]:
    """Question key -> its final row."""
    themes: dict[str, list[str]] = {}
    for row in tx.all(_THEMES_OF, conversation=conversation_id):
        themes.setdefault(row.question, []).append(row.theme)
    return {
        row.question: Final(
            row.question,
            row.state,
            row.options,
            row.mood,
            tuple(themes.get(row.question, ())),
            row.concern,
            row.because,
            row.method,
        )
        for row in tx.all(_OF, conversation=conversation_id)
    }


def read_because(text: str) -> list[tuple[str, int, int]]:
    """(rule, start, end) of what decided."""
    return [(each["rule"], each["start"], each["end"]) for each in json.loads(text)]


def _row(final: Final) -> dict[str, str | bool]:
    return {
        "question": final.question,
        "state": final.state,
        "options": final.options,
        "mood": final.mood,
        "concern": final.concern,
        "because": final.because,
        "method": final.method,
    }
