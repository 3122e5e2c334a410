"""How hard a text is to read: Flesch-Kincaid grade, worked offline.

Grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59 (Kincaid, Fishburne,
Rogers and Chissom 1975, "Derivation of New Readability Formulas for Navy Enlisted Personnel").
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

import pyphen

from consult.booklet.model import Booklet

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_VOWELS = re.compile("[aeiouy]+")
_SILENT_END = re.compile("(?<=[aeiouy])(?:[^aeiouy]*[^aeiouyl]|l)e[ds]?$")
_HYPHENATION = pyphen.Pyphen(lang="en_US")


def sentences(text: str) -> list[str]:
    """The sentences of a text; an ending without a full stop, and a new line, end one too."""
    return [part for part in _SENTENCE_END.split(text.strip()) if words(part)]


def words(text: str) -> list[str]:
    """The words and numbers of a text; "don't" and "sixty-one" are one word each."""
    return _WORD.findall(text)


@cache
def syllables(word: str) -> int:
    """Syllables of an English word: the vowel groups of each of its hyphenation parts, silent endings off.

    Hyphenation alone leaves "very" whole and vowel groups alone leave "being" whole; a measure that
    counts too few flatters the booklet.
    """
    parts = _HYPHENATION.inserted(word.lower()).split("-")
    return sum(max(1, len(_VOWELS.findall(_SILENT_END.sub("", part)))) for part in parts if part)


def grade(texts: Iterable[str]) -> float:
    """Flesch-Kincaid grade of the texts joined, one decimal; a text ends a sentence. Empty: 0.0."""
    found = [sentence for text in texts for sentence in sentences(text)]
    spoken = [word for sentence in found for word in words(sentence)]
    if not spoken:
        return 0.0
    per_sentence = len(spoken) / len(found)
    per_word = sum(syllables(word) for word in spoken) / len(spoken)
    return round(0.39 * per_sentence + 11.8 * per_word - 15.59, 1)


def booklet_grade(booklet: Booklet) -> float:
    """The grade of a whole booklet: the higher of what is asked alone, and everything on the pages.

    What is asked: questions and hints. Everything: titles, questions, hints and options. Short options
    ("Yes") count as sentences and pull the second down, which is why it may not decide alone.
    """
    asked = [text for question in booklet for text in (question.text, question.hint)]
    return max(grade(asked), grade(text for _, text in booklet_texts(booklet)))


def longest_sentence(booklet: Booklet) -> int:
    """Words in the longest sentence shown; 0 when there is none."""
    lengths = [len(words(sentence)) for _, text in booklet_texts(booklet) for sentence in sentences(text)]
    return max(lengths, default=0)


def booklet_texts(booklet: Booklet) -> Sequence[tuple[str, str]]:
    """Every text that is shown, each with its field as in Fault."""
    found = [("title", booklet.title)]
    for number, section in enumerate(booklet.sections, start=1):
        found.append((f"sections[{number}].title", section.title))
        for place, question in enumerate(section.questions, start=1):
            path = f"sections[{number}].questions[{place}]"
            found += [(f"{path}.text", question.text), (f"{path}.hint", question.hint)]
            found += [(f"{path}.options[{row}].text", option.text) for row, option in enumerate(question.options, 1)]
    return [(path, text) for path, text in found if text]
