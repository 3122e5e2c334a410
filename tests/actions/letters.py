"""A tablet without a browser: it seals letters as static/js/child/letters.js does."""

import json
import secrets
from typing import Any

from sqlalchemy import func, select

from consult.actions.letterbox import Blank, Posted, post_letter, take_blank
from consult.store.database import Store
from consult.store.envelopes import seal_envelope
from consult.store.tables import answer
from consult.store.visits import VisitKey
from tests.fixtures.cast import Cast


class Tablet:
    """A tablet with a blank booklet; its letters are numbered from 1."""

    def __init__(self, store: Store, visit: VisitKey) -> None:
        self.store, self.authority_id = store, visit.authority_id
        self.blank: Blank = take_blank(store, visit)
        self.number, self.after = 0, self.blank.standing.sequence

    def seal(self, *, number: int | None = None, **answers: Any) -> str:
        """The next letter in its envelope; answers by question: an option key, or a form as pairs."""
        self.number += 1
        letter = {
            "capability": self.blank.capability,
            "number": self.number if number is None else number,
            "after": self.after,
            "answers": {name: form if isinstance(form, list) else [["a", form]] for name, form in answers.items()},
        }
        return self.seal_anything(json.dumps(letter))

    def seal_anything(self, text: str) -> str:
        """Whatever text in a real envelope."""
        return seal_envelope(self.blank.public_key, text, secrets.token_bytes(32), secrets.token_bytes(12))

    def post(self, envelope: str) -> Posted:
        """Bring it to the letterbox."""
        return post_letter(self.store, self.authority_id, envelope)

    def write(self, **answers: Any) -> Posted:
        """Seal and post at once."""
        return self.post(self.seal(**answers))


def count_answers(store: Store, cast: Cast) -> int:
    """Rows of answers that the authority has."""
    statement = select(func.count()).select_from(answer).where(answer.c.authority_id == cast.authority_id)
    with store.reading(cast.authority_id) as tx:
        return int(tx.run(statement).scalar_one())
