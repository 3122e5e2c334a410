"""Words that the interface lends: the faces, a scale's numbers, the officer's usual title."""

from flask_babel import gettext as _

from consult.booklet.kinds import KINDS
from consult.booklet.model import Option, Question


def worded_options(question: Question) -> tuple[Option, ...]:
    """The options with their texts filled, in order."""
    options = KINDS[question.kind].options(question)
    if question.kind == "scale":
        return tuple(Option(option.key, option.text or option.key) for option in options)
    if question.kind == "faces":
        faces = {
            "good": _("Good"),
            "ok": _("OK"),
            "not_good": _("Not good"),
            "mix": _("A mix"),
            "unsure": _("I don’t know"),
        }
        return tuple(Option(option.key, option.text or faces[option.key]) for option in options)
    return options


def worded_title(title: str) -> str:
    """What an authority calls the officer, in the page's language where it is the usual title."""
    return str(_("reviewing officer")) if title.casefold() == "reviewing officer" else title
