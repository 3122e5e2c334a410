"""Why the computer marked an answer, as a sentence. It is a guess, and the page says so."""

from collections.abc import Iterable

from flask_babel import gettext as _


def say_why(because: Iterable[tuple[str, int, int]]) -> str:
    """The first reason in words; blank where no rule about concern decided."""
    reasons = [rule.removeprefix("concern:") for rule, _start, _end in because if rule.startswith("concern:")]
    if not reasons:
        return ""
    words = {
        "harm": _("Somebody may be hurt or threatened."),
        "sexual": _("Somebody may be touched or watched in a way that is not right."),
        "online": _("Somebody online may be a danger."),
        "self_harm": _("There may be a wish to die or to get hurt."),
        "missing": _("There may be a plan to go missing."),
        "exploitation": _("Somebody older may be using this child."),
        "bullying": _("Bullying may be going on."),
        "fear": _("There is fear of a person or a place."),
        "neglect": _("There may not be enough food or care."),
        "medical": _("A health need may not be met."),
        "substance": _("Drink or drugs may be a danger."),
        "not-safe": _("The answer says: not safe."),
    }
    return str(words.get(reasons[0], _("Words in it may mean that somebody is not safe.")))
