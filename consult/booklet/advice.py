"""What would make a sound booklet easier to read and fairer to answer. Advice never stops a booklet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from consult.booklet.faults import Advice
from consult.booklet.model import Booklet
from consult.booklet.reading import booklet_grade, booklet_texts, sentences, words


@dataclass(frozen=True, slots=True)
class Ease:
    """The hardest that texts for an audience should be: reading grade, and words in a sentence."""

    grade: float
    words: int


_FOR_YOUNG_PEOPLE = Ease(grade=5, words=14)
_FOR_ADULTS = Ease(grade=9, words=25)
EASE = {
    "child": Ease(grade=2, words=10),
    "young_person": _FOR_YOUNG_PEOPLE,
    "after_review": _FOR_YOUNG_PEOPLE,
    "anytime": _FOR_YOUNG_PEOPLE,
    "peer_survey": _FOR_YOUNG_PEOPLE,
    "parent": _FOR_ADULTS,
    "carer": _FOR_ADULTS,
    "professional": _FOR_ADULTS,
}

_LEADING = (
    (r"why", "“why” can sound like blame. Ask “What makes it like that?”"),
    (r"(?:don|isn|aren|wouldn|doesn|didn|won|can|haven)['’]t (?:you|it|they|that|this)", "This asks for one answer."),
    (r"do you agree|of course|obviously|surely", "This asks for one answer."),
    (r"how (?:much do you (?:like|love|enjoy)|happy|good|well|safe|nice) (?!or\b)", "Name both sides, or neither."),
    (r"(?:two|three|four|five|\d+) (?:good|best|great|nice|bad) things", "Some have fewer to tell. Ask for any."),
    (r"what (?:is|are|was|were) (?:so )?(?:good|great|bad|wrong)", "Ask first whether it is good or not good."),
)
_JARGON = {
    "placement": "where you live",
    "placements": "where you live",
    "contact": "seeing your family",
    "lac": "“in care”",
    "iro": "your reviewing officer",
    "case": "what it is about",
    "session": "the time together",
    "household": "the people you live with",
    "respite": "a short stay",
    "siblings": "brothers and sisters",
    "professionals": "the people who help you",
    "consultation": "being asked",
    "participate": "take part",
    "submit": "send",
    "form": "booklet",
    "invalid": "say what to do instead",
    "error": "say what to do instead",
}
_ADULTS = {"parent", "carer", "professional"}


def advise(booklet: Booklet) -> list[Advice]:
    """Reading grade, long sentences, leading wording, jargon, a missing “unsure”: in the booklet's order."""
    ease = EASE.get(booklet.audience, _FOR_YOUNG_PEOPLE)
    advice = []
    measured = booklet_grade(booklet)
    if measured > ease.grade:
        advice.append(Advice("", f"The reading grade is {measured:.1f}; {ease.grade:g} or less reaches this audience."))
    for path, text in booklet_texts(booklet):
        advice += [Advice(path, sentence) for sentence in _wording(text, ease, plain=booklet.audience not in _ADULTS)]
    if booklet.audience not in _ADULTS:
        advice += _without_unsure(booklet)
    return advice


def _wording(text: str, ease: Ease, *, plain: bool) -> Iterator[str]:
    for sentence in sentences(text):
        length = len(words(sentence))
        if length > ease.words:
            yield f"This sentence has {length} words; {ease.words} or fewer are easier: “{sentence}”"
    low = text.lower()
    for pattern, sentence in _LEADING:
        if re.search(rf"\b(?:{pattern})\b", low):
            yield sentence
    if plain:
        for word in dict.fromkeys(words(low)):
            if word in _JARGON:
                yield f"“{word}” is a word of the office. Plainer: {_JARGON[word]}."


def _without_unsure(booklet: Booklet) -> Iterator[Advice]:
    for number, section in enumerate(booklet.sections, start=1):
        for place, question in enumerate(section.questions, start=1):
            if question.kind == "choice" and all(option.key != "unsure" for option in question.options):
                path = f"sections[{number}].questions[{place}].options"
                yield Advice(path, "There is no “unsure”. Not knowing is an answer too.")
