"""Cuts an answer into clauses, and says how each stands to the one before."""

from collections.abc import Sequence
from dataclasses import dataclass

from consult.analysis.lexicon import read_list
from consult.analysis.patterns import Matcher

_LISTS = read_list("clauses")
NEGATIONS = frozenset(_LISTS["not"])
_JOINTS = Matcher({key: _LISTS[key] for key in ("but", "aside", "join", "notlike")})
_TENSES = Matcher({key: _LISTS[key] for key in ("past", "before", "present")})
_ENDINGS = Matcher({key: _LISTS[key] for key in ("notend", "yesend")})
_STOPS = frozenset(".,;!?\n-–—/()")


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` to `last` (exclusive). `joint` is "", "join", "but", "notlike" (not the …) or "aside" (when …).

    `tenses` holds "past" (it was), "before" (used to) and "present" (now), as far as said;
    `denies` says that it holds a "not" or the like; `ending` is "notend" (… not really), "yesend" (… yes) or "".
    """

    first: int
    last: int
    joint: str = ""
    tenses: frozenset[str] = frozenset()
    ending: str = ""
    denies: bool = False


def split_clauses(words: Sequence[str]) -> list[Clause]:
    """The clauses of an answer in order; every word belongs to one, stops to none."""
    joints = {match.first: match for match in _JOINTS.longest(words)}
    tenses = {match.first: match.key for match in _TENSES.all(words)}
    clauses: list[Clause] = []
    first, joint = 0, ""
    for position in range(len(words) + 1):
        at_end = position == len(words)
        begins = None if at_end else joints.get(position)
        is_stop = not at_end and words[position] in _STOPS
        if not (at_end or begins or is_stop):
            continue
        if begins and begins.key == "notlike" and position == first:
            joint = "notlike"  # "but not the …" is one joint, not an empty clause and another
            continue
        if first < position:
            clauses.append(
                _clause(
                    words,
                    first,
                    position,
                    joint,
                    frozenset(tenses[each] for each in range(first, position) if each in tenses),
                )
            )
            joint = ""
        if begins:
            first, joint = (position if begins.key == "notlike" else position + 1), begins.key
        elif is_stop:
            first = position + 1
    return clauses


def _clause(words: Sequence[str], first: int, last: int, joint: str, tenses: frozenset[str]) -> Clause:
    start = max(first, last - 3)
    ending = next((match.key for match in _ENDINGS.all(words[start:last]) if start + match.last == last), "")
    return Clause(first, last, joint, tenses, ending, not NEGATIONS.isdisjoint(words[first:last]))
