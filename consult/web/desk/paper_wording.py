"""Words on a child's paper that no template can put together: what leads to a follow-up, in the paper's language."""

from collections.abc import Sequence
from typing import Literal

from babel.lists import format_list
from flask_babel import gettext as _

from consult.booklet.model import Condition
from consult.conversation.on_paper import Printed
from consult.web.house.language import language
from consult.web.house.words import worded_options


def led_by(follow_up: Printed, printed: Sequence[Printed]) -> str:
    """ "If you said “No” or “Sometimes”:", with the number of the question where that is not the one above."""
    by_key = {each.question.key: each for each in printed}
    said = [_said(needed, by_key[needed.question], follow_up) for needed in follow_up.question.only_if]
    return str(_("If you said %(answers)s:", answers=_listed(said, "standard"))) if said else ""


def _said(needed: Condition, earlier: Printed, follow_up: Printed) -> str:
    quoted = [
        option.text if earlier.question.kind == "scale" else _("“%(answer)s”", answer=option.text)
        for option in worded_options(earlier.question)
        if option.key in needed.any_of
    ]
    answers = _listed(quoted, "or")
    if earlier.number.rstrip("abcdefghijklmnopqrstuvwxyz") == follow_up.number[:-1]:
        return answers
    return str(_("%(answers)s at question %(number)s", answers=answers, number=earlier.number))


def _listed(words: Sequence[str], style: Literal["standard", "or"]) -> str:
    return str(format_list(words, style=style, locale=language().replace("-", "_")))
