"""The English beside a question in another language."""

from flask_babel import force_locale

from consult.actions.standing import Standing
from consult.booklet.model import Question
from consult.store.languages import ENGLISH
from consult.web.house.words import worded_options
from consult.web.talk.pages import English


def english_of(standing: Standing, question: Question) -> English | None:
    """What the question says in English; None on an English page."""
    if standing.seat.speaks == ENGLISH:
        return None
    original = standing.edition.booklet.find(question.key)
    if original is None:
        return None
    with force_locale(ENGLISH):
        answers = tuple(option.text for option in worded_options(original) if option.text != option.key)
    return English(original.text, original.hint, answers)
