"""Very short answers ("nothing", "yes", "ok"), which mean what the question makes of them."""

from collections.abc import Sequence

from consult.analysis.finding import Mood
from consult.analysis.lexicon import read_list
from consult.analysis.patterns import Matcher

_LISTS = read_list("short_answers")
_FILLER = frozenset(_LISTS["filler"])
_ANSWERS = Matcher({key: said for key, said in _LISTS.items() if key != "filler"})
_SIGNS = frozenset(".,!?-…\n:;")

# Guide: a bare "no" to "do you feel safe" is bad news, to "what worries you" it is none.
_MOODS: dict[tuple[str, str], Mood] = {
    ("yes", "yes_is_good"): "positive",
    ("no", "yes_is_good"): "negative",
    ("sometimes", "yes_is_good"): "mixed",
    ("nothing", "yes_is_good"): "negative",
    ("yes", "safe"): "positive",
    ("no", "safe"): "negative",
    ("sometimes", "safe"): "mixed",
    ("yes", "yes_is_bad"): "negative",
    ("sometimes", "yes_is_bad"): "negative",
    ("no", "likes"): "negative",
    ("nothing", "likes"): "negative",
    ("everything", "likes"): "positive",
    ("everything", "worries"): "negative",
    ("everything", "changes"): "negative",
}
_UNSAFE = frozenset({("no", "safe"), ("sometimes", "safe")})


def read_short_answer(words: Sequence[str]) -> str | None:
    """What the whole answer comes to (a key of `short_answers.txt`), or None when it says more than that."""
    kind = None
    position = 0
    while position < len(words):
        match = max(_ANSWERS.at(words, position), key=lambda each: each.last, default=None)
        if match is not None:
            kind = kind or match.key
            position = match.last
        elif words[position] in _FILLER or words[position] in _SIGNS:
            position += 1
        else:
            return None
    return kind


def mood_of_short_answer(kind: str, stance: str) -> Mood:
    """The mood of a short answer of this kind to a question of this stance."""
    return _MOODS.get((kind, stance), "neutral")


def denies_safety(kind: str, stance: str) -> bool:
    """Whether a short answer says that the child is not, or not always, safe."""
    return (kind, stance) in _UNSAFE
