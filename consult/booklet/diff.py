"""What a new edition changes, and what it may not."""

from dataclasses import dataclass
from typing import Literal

from consult.booklet.kinds import KINDS
from consult.booklet.model import Booklet, Question

What = Literal["new", "dropped", "reworded", "mapped", "new_trend"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two editions.

    `mapped`: the options changed and every old one lives on, so the trend goes on.
    `new_trend`: an old option has no successor, so a new trend line starts.
    """

    question: str
    what: What
    sentence: str


def refusals(previous: Booklet, new: Booklet) -> list[str]:
    """Why `new` may not follow a published edition of the same booklet; empty when it may.

    A key keeps its kind for ever, also over editions that left it out: ask for every published edition.
    """
    found = []
    if new.audience != previous.audience:
        found.append(f"This booklet is for {previous.audience}; for {new.audience}, take a new booklet key.")
    for question in new:
        before = previous.find(question.key)
        if before is not None and before.kind != question.kind:
            found.append(
                f"“{question.key}” was published as {before.kind} and cannot become {question.kind}. "
                "Give the question a new key."
            )
    return found


def changes(previous: Booklet, new: Booklet) -> list[Change]:
    """What differs: questions of `new` in its order, then those that it dropped."""
    found = []
    for question in new:
        before = previous.find(question.key)
        if before is None:
            found.append(Change(question.key, "new", f"New: “{question.text}”"))
        else:
            found += _question_changes(before, question)
    for question in previous:
        if new.find(question.key) is None:
            found.append(Change(question.key, "dropped", f"No longer asked: “{question.text}”"))
    return found


def _question_changes(before: Question, after: Question) -> list[Change]:
    found = []
    texts = {option.key: option.text for option in before.options}
    reworded = any(texts.get(option.key, option.text) != option.text for option in after.options)
    if reworded or (before.text, before.hint) != (after.text, after.hint):
        found.append(Change(after.key, "reworded", f"Reworded: “{before.text}” is now “{after.text}”"))
    old, new = _option_keys(before), _option_keys(after)
    if set(old) == set(new):
        return found
    lost = [key for key in old if key not in new and all(key not in option.was for option in after.options)]
    if lost:
        sentence = f"The options changed and {', '.join(lost)} went: a new trend line starts."
        found.append(Change(after.key, "new_trend", sentence))
    else:
        found.append(Change(after.key, "mapped", "The options changed; every old one is mapped, so the trend goes on."))
    return found


def _option_keys(question: Question) -> list[str]:
    kind = KINDS.get(question.kind)
    return [option.key for option in kind.options(question)] if kind and kind.closed else []
