"""Finds the phrases of a word list in an answer.

A phrase is words with spaces between. `run*` stands for every word that begins so, `hit|hits` for either word,
`@family` for any word of that group in `groups.txt`, `..` for up to three words of any kind.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from consult.analysis.lexicon import LexiconFault, read_list

GAP = 3
_STEM = 3
# A gap in a phrase must not reach into another thought.
_WALLS = frozenset([".", ",", ";", "!", "?", ":", "\n", "but", "though", "although"])


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: the key it stands under, and its first token and the one after its last."""

    key: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Step:
    words: frozenset[str]
    stems: tuple[str, ...]

    def accepts(self, word: str) -> bool:
        return word in self.words or (bool(self.stems) and word.startswith(self.stems))


@dataclass(frozen=True, slots=True)
class _Phrase:
    key: str
    steps: tuple[_Step | None, ...]  # None is a gap

    def end_from(self, words: Sequence[str], at: int, step: int = 0) -> int:
        """The position after the phrase when its steps from `step` match at `at`, else -1."""
        if step == len(self.steps):
            return at
        wanted = self.steps[step]
        if wanted is not None:
            accepted = at < len(words) and wanted.accepts(words[at])
            return self.end_from(words, at + 1, step + 1) if accepted else -1
        for start in range(at, min(at + GAP, len(words)) + 1):
            end = self.end_from(words, start, step + 1)
            if end >= 0:
                return end
            if start < len(words) and words[start] in _WALLS:
                return -1
        return -1


class Matcher:
    """All phrases of a word list, ready to be looked for in one pass over an answer."""

    def __init__(self, phrases_by_key: Mapping[str, Iterable[str]]):
        self._by_word: dict[str, list[_Phrase]] = defaultdict(list)
        self._by_stem: dict[str, list[_Phrase]] = defaultdict(list)
        for key, phrases in phrases_by_key.items():
            for phrase in phrases:
                self._add(_Phrase(key, tuple(_step(part, phrase) for part in phrase.split())))

    def _add(self, phrase: _Phrase) -> None:
        first = phrase.steps[0]
        if first is None or phrase.steps[-1] is None:
            raise LexiconFault(f"“{phrase.key}”: a phrase cannot begin or end with “..”.")
        for word in first.words:
            self._by_word[word].append(phrase)
        for stem in {stem[:_STEM] for stem in first.stems}:
            self._by_stem[stem].append(phrase)

    def at(self, words: Sequence[str], position: int) -> list[Match]:
        """Every phrase that begins at this position."""
        word = words[position]
        candidates = self._by_word.get(word, []) + self._by_stem.get(word[:_STEM], [])
        ends = ((phrase.key, phrase.end_from(words, position)) for phrase in candidates)
        return [Match(key, position, end) for key, end in ends if end >= 0]

    def all(self, words: Sequence[str]) -> list[Match]:
        """Every phrase anywhere, overlapping ones too."""
        return [match for position in range(len(words)) for match in self.at(words, position)]

    def longest(self, words: Sequence[str]) -> list[Match]:
        """Phrases from left to right, at each place the longest, none overlapping."""
        found: list[Match] = []
        position = 0
        while position < len(words):
            match = max(self.at(words, position), key=lambda each: each.last, default=None)
            if match is None:
                position += 1
            else:
                found.append(match)
                position = match.last
        return found


def _step(part: str, phrase: str) -> _Step | None:
    if part == "..":
        return None
    choices: list[str] = []
    for choice in part.split("|"):
        choices.extend(_group(choice[1:], phrase) if choice.startswith("@") else [choice])
    stems = tuple(choice[:-1] for choice in choices if choice.endswith("*"))
    if any(len(stem) < _STEM for stem in stems):
        raise LexiconFault(f"“{phrase}”: at least {_STEM} letters must stand before “*”.")
    return _Step(frozenset(choice for choice in choices if not choice.endswith("*")), stems)


def _group(name: str, phrase: str) -> tuple[str, ...]:
    groups = read_list("groups")
    if name not in groups:
        raise LexiconFault(f"“{phrase}”: groups.txt has no group “{name}”.")
    return groups[name]
