"""Which themes an answer is about: those its words name, and the question's own."""

from collections.abc import Sequence

from consult.analysis.lexicon import LexiconFault, read_list
from consult.analysis.patterns import Match, Matcher
from consult.analysis.questions import Question
from consult.booklet.themes import THEMES

_LISTS = read_list("themes")
# "Foster dad" is a carer: the "dad" inside it does not count as family.
_WHOLE = "whole"
_NAMED = Matcher(_LISTS)

if unknown := set(_LISTS) - {*THEMES, _WHOLE}:
    raise LexiconFault(f"themes.txt names themes that do not exist: {', '.join(sorted(unknown))}.")


def named_themes(words: Sequence[str]) -> dict[str, Match]:
    """Each theme that the words name, with the first words that do, in the order in which they are named."""
    matches = _NAMED.all(words)
    wholes = [match for match in matches if match.key == _WHOLE]
    inside = {position: whole for whole in wholes for position in range(whole.first, whole.last)}
    found: dict[str, Match] = {}
    for match in matches:
        whole = inside.get(match.first)
        is_part = whole is not None and match.last <= whole.last and match.last - match.first < whole.last - whole.first
        if match.key != _WHOLE and not is_part:
            found.setdefault(match.key, match)
    return found


def themes_of_question(question: Question, named: Sequence[str], short_answer: str | None) -> tuple[str, ...]:
    """The question's themes that the answer takes on: all when it is about one thing, else where it names none."""
    if not question.is_open:
        return question.themes
    return () if named or short_answer else question.themes
