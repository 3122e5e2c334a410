"""Words after which an adult should read the answer today. Meant to flag too much rather than too little."""

from collections.abc import Sequence

from consult.analysis.clauses import NEGATIONS
from consult.analysis.lexicon import read_list
from consult.analysis.patterns import Match, Matcher

_PHRASES = Matcher(read_list("concerns"))
# "Nobody hits me" sets these aside. All other reasons are shown whatever stands before them.
_DENIABLE = frozenset({"harm", "bullying", "fear", "neglect", "substance", "medical"})
# What a concern is about, whether or not other words name the theme.
THEME_OF_CONCERN = {
    "harm": "bullying_safety",
    "sexual": "bullying_safety",
    "online": "bullying_safety",
    "exploitation": "bullying_safety",
    "fear": "bullying_safety",
    "bullying": "bullying_safety",
    "missing": "home_placement",
    "self_harm": "feelings_mental_health",
    "medical": "health_body",
}
_REACH = 3
_LISTS = read_list("clauses")
# A denial does not reach past these, and "they won't stop hitting me" denies nothing.
_NO_DENIAL = frozenset([*_LISTS["ends denial"], *_LISTS["undoes denial"], ".", ",", ";", "!", "?", "\n"])


def find_concerns(words: Sequence[str]) -> list[Match]:
    """Every phrase of `concerns.txt` in the answer that is not plainly denied."""
    return [match for match in _PHRASES.all(words) if not (match.key in _DENIABLE and _is_denied(words, match.first))]


def _is_denied(words: Sequence[str], position: int) -> bool:
    before = list(words[max(0, position - _REACH) : position])
    for word in reversed(before):
        if word in _NO_DENIAL:
            return False
        if word in NEGATIONS:
            return True
    return False
