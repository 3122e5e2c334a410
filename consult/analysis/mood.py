"""Weighs the good and the bad in an answer."""

from collections.abc import Collection, Sequence

from textblob import TextBlob

from consult.analysis.clauses import Clause, split_clauses
from consult.analysis.finding import Mood
from consult.analysis.lexicon import read_list
from consult.analysis.questions import Question
from consult.analysis.weights import Reading, Weight, read_mood_words, weigh

# TextBlob knows ordinary English, not children's: only its stronger opinions are worth having.
TEXTBLOB_CUT_OFF = 0.3
_TEXTBLOB_READS = 300
# How many times heavier one side must be for the other not to count.
OUTWEIGHS = 4
_FAMILY = frozenset({"family_contact", "siblings"})
# To wish these other than they are is to be without something that matters; a new phone is not.
_PEOPLE_AND_SAFETY = _FAMILY | {
    "friends",
    "carers",
    "social_worker",
    "moving_stability",
    "being_listened_to",
    "bullying_safety",
    "court_legal",
    "iro_review_meeting",
    "understanding_care",
}
_LISTS = read_list("clauses")
_OPENS_A_WORRY = frozenset(_LISTS["worry"])
_COMPLAINS = frozenset(_LISTS["complaint"])
_AFTER_ANSWER = frozenset([*_LISTS["after answer"], ",", ".", "!", "\n"])
_LEADING = {"yes": 1, "no": -1, "nothing": -1, "none": -1}
# What a leading "yes" (1) or "no" (-1) weighs, by the stance of the question; elsewhere nothing.
_LEADING_WEIGHS = {
    ("safe", 1): 1,
    ("safe", -1): -1,
    ("yes_is_good", 1): 1,
    ("yes_is_good", -1): -1,
    ("yes_is_bad", 1): -1,
    ("likes", -1): -1,
}


def read_mood(words: Sequence[str], question: Question, themes: Collection[str]) -> tuple[Mood, list[Weight]]:
    """The mood of an answer that is more than a short one, and what decided it."""
    answer = _leading_answer(words, question)
    reading = read_mood_words(words, start=len(answer))
    clauses = split_clauses(words)
    weights = answer + [weight for each in weigh(clauses, reading, question) for weight in each]
    if len(weights) == len(answer):
        weights += _plain_denial(words, reading) or _ask_textblob(words, reading)
    weights += _expectation(question, words, clauses, themes, weights)
    return _balance(weights), [weight for weight in weights if weight.value]


def _leading_answer(words: Sequence[str], question: Question) -> list[Weight]:
    """A "yes", "no" or "nothing" that answers the question before the child says more; it may weigh nothing."""
    value = _LEADING.get(words[0])
    if value is None or (value < 0 and len(words) > 1 and words[1] not in _AFTER_ANSWER):
        return []
    return [Weight("mood:answer", _LEADING_WEIGHS.get((question.stance, value), 0), 0, 1)]


def _plain_denial(words: Sequence[str], reading: Reading) -> list[Weight]:
    """ "She never rings": no mood word, but what is missing is said with a word that children use for complaints."""
    position = next((each for each in sorted(reading.negated) if words[each] in _COMPLAINS), None)
    return [] if position is None else [Weight("mood:denial", -1, position, position + 1)]


def _ask_textblob(words: Sequence[str], reading: Reading) -> list[Weight]:
    known = {position for match in reading.matches for position in range(match.first, match.last)}
    unknown = [word for position, word in enumerate(words) if position not in known][:_TEXTBLOB_READS]
    polarity = TextBlob(" ".join(unknown)).sentiment.polarity
    if abs(polarity) < TEXTBLOB_CUT_OFF:
        return []
    return [Weight("mood:textblob", 1 if polarity > 0 else -1, 0, len(words))]


def _expectation(
    question: Question,
    words: Sequence[str],
    clauses: Sequence[Clause],
    themes: Collection[str],
    weights: Sequence[Weight],
) -> list[Weight]:
    """What the question lets one expect where the answer has no mood word of its own."""
    weighs = any(weight.value for weight in weights)
    value = 0
    if question.stance == "likes" and (not weighs or _names_something_first(clauses, weights)):
        value = 1
    elif question.stance == "worries" and (not weighs or words[0] in _OPENS_A_WORRY):
        value = -1
    elif not weighs and question.stance == "changes":
        value = -1 if _PEOPLE_AND_SAFETY.intersection(themes) else 0
    elif not weighs and question.stance == "wishes":
        value = -1 if _FAMILY.intersection(themes) else 0
    return [Weight("mood:question", value, 0, len(words))] if value else []


def _names_something_first(clauses: Sequence[Clause], weights: Sequence[Weight]) -> bool:
    """ "The toys, but not …": a thing is named, then a contrast begins, and only then comes something bad."""
    first = weights[0].first
    is_all_bad = first > 0 and all(weight.value < 0 for weight in weights)
    return is_all_bad and any(each.joint in ("but", "notlike") and each.first <= first for each in clauses[1:])


def _balance(weights: Sequence[Weight]) -> Mood:
    good = sum(weight.value for weight in weights if weight.value > 0)
    bad = -sum(weight.value for weight in weights if weight.value < 0)
    if good and bad:
        if good >= OUTWEIGHS * bad:
            return "positive"
        return "negative" if bad >= OUTWEIGHS * good else "mixed"
    return "positive" if good else "negative" if bad else "neutral"
