"""Weighs the good and the bad in an answer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textblob import TextBlob

from consult.analysis.clauses import NEGATIONS, Clause, split_clauses
from consult.analysis.finding import Mood
from consult.analysis.lexicon import read_list
from consult.analysis.patterns import Match, Matcher
from consult.analysis.questions import Question

_WORDS = Matcher(read_list("moods"))
_NEGATION_REACH = 3
# TextBlob knows ordinary English, not children's: only its stronger opinions are worth having.
TEXTBLOB_CUT_OFF = 0.3
_TEXTBLOB_READS = 300
_LEADING = {"yes": 1, "no": -1, "nothing": -1, "none": -1}
# How many times heavier one side must be for the other not to count.
OUTWEIGHS = 4
_PEOPLE_AND_SAFETY = frozenset(
    "family_contact siblings friends social_worker moving_stability being_listened_to bullying_safety carers "
    "court_legal iro_review_meeting understanding_care".split()
)
_FAMILY = frozenset({"family_contact", "siblings"})
_OPENS_A_WORRY = frozenset("if whether that about when will not my".split())
# After these a leading "no" or "nothing" was the answer, not the first word of "no one" or "nothing works".
_AFTER_ANSWER = frozenset(
    "i im ive id its it they theyre he hes she shes because my we there theres everything thanks thank not because "
    "all the really but you me , . ! \n".split(" ")
)


@dataclass(frozen=True, slots=True)
class Weight:
    """Something good (`value` above 0) or bad that was said: the rule that saw it, and its tokens."""

    rule: str
    value: int
    first: int
    last: int


def read_mood(words: Sequence[str], question: Question, themes: Collection[str]) -> tuple[Mood, list[Weight]]:
    """The mood of an answer that is more than a short one, and what decided it."""
    clauses = split_clauses(words)
    answer = _leading_answer(words, question)
    matches = [match for match in _WORDS.longest(words) if match.last > len(answer)]
    negated = _negated_positions(words, matches, len(answer))
    said = [_weights_of(clause, matches, negated, question) for clause in clauses]
    _settle_opposites(clauses, said, question)
    _settle_past(clauses, said)
    weights = answer + [weight for each in _without_asides(clauses, said) for weight in each]
    if not any(said):
        weights += _ask_textblob(words, matches)
    weights += _expectation(question, words, themes, weights)
    return _balance(weights), weights


def _negated_positions(words: Sequence[str], matches: Sequence[Match], start: int) -> frozenset[int]:
    """The positions of "not", "never" and the like that are no part of a phrase, from `start` on."""
    in_phrases = {position for match in matches for position in range(match.first, match.last)}
    return frozenset(
        position
        for position, word in enumerate(words)
        if word in NEGATIONS and position >= start and position not in in_phrases
    )


def _weights_of(
    clause: Clause, matches: Sequence[Match], negated: frozenset[int], question: Question
) -> list[Weight]:
    weights: list[Weight] = []
    wished = False
    for match in matches:
        if not clause.first <= match.first < clause.last:
            continue
        reach = range(max(clause.first, match.first - _NEGATION_REACH), match.first)
        is_negated = not negated.isdisjoint(reach)
        for value in _values(match.key):
            if value > 0 and wished:
                continue
            rule, weighs = _turned(value, is_negated, clause, question)
            weights.append(Weight("mood:wish" if match.key == "wish" else rule, weighs, match.first, match.last))
        wished = wished or match.key == "wish"
    return weights


def _values(key: str) -> list[int]:
    """A key of `moods.txt` as weights: "+1/-1" is both, "wish" is bad."""
    if key == "wish":
        return [-1]
    return [value for value in map(int, key.split("/")) if value]


def _turned(value: int, is_negated: bool, clause: Clause, question: Question) -> tuple[str, int]:
    """Rule and weight after negation. To "what would you change", "not being moved" is still bad news."""
    stays_bad = question.stance in ("changes", "wishes") or clause.joint == "notlike"
    if not is_negated or (value < 0 and stays_bad):
        return ("mood:good" if value > 0 else "mood:bad"), value
    return "mood:turned-round", -1 if value > 0 else 1


def _leading_answer(words: Sequence[str], question: Question) -> list[Weight]:
    """A "yes", "no" or "nothing" that answers the question before the child says more."""
    value = _LEADING.get(words[0])
    if value is None or (value < 0 and len(words) > 1 and words[1] not in _AFTER_ANSWER):
        return []
    if question.stance in ("safe", "yes_is_good"):
        return [Weight("mood:answer", value, 0, 1)]
    if question.stance == "yes_is_bad" and value > 0:
        return [Weight("mood:answer", -1, 0, 1)]
    return [Weight("mood:answer", -1 if question.stance == "likes" and value < 0 else 0, 0, 1)]


def _settle_past(clauses: Sequence[Clause], said: list[list[Weight]]) -> None:
    """What used to be is set aside when the answer goes on to say how it is now."""
    for index, clause in enumerate(clauses):
        says_now = any(each.is_present for each in clauses[index + 1 :])
        if clause.is_past and says_now and any(said[index + 1 :]):
            said[index] = []


def _settle_opposites(clauses: Sequence[Clause], said: list[list[Weight]], question: Question) -> None:
    """ "I liked the cakes, not the talking": a part without a mood word takes the opposite of the one before."""
    asks_yes_or_no = question.stance in ("safe", "yes_is_good")
    for index, clause in enumerate(clauses):
        if said[index] or clause.joint == "aside":
            continue
        before = next((each[-1].value for each in reversed(said[:index]) if each), 0)
        is_not = clause.ending == "notend" or clause.joint == "notlike"
        value = 0
        if is_not and before:
            value = -1 if before > 0 else 1
        elif asks_yes_or_no and clause.ending:
            value = -1 if is_not else 1
        if value:
            said[index] = [Weight("mood:opposite" if before else "mood:answer", value, clause.first, clause.last)]


def _without_asides(clauses: Sequence[Clause], said: Sequence[list[Weight]]) -> list[list[Weight]]:
    """ "She makes me laugh when I cry": what only sets the scene does not weigh against the main part."""
    kept: list[list[Weight]] = []
    main = 0
    for clause, weights in zip(clauses, said, strict=True):
        total = sum(weight.value for weight in weights)
        is_aside = clause.joint == "aside" and total * main < 0
        kept.append([] if is_aside else weights)
        main = main if is_aside else total or main
    return kept


def _ask_textblob(words: Sequence[str], matches: Sequence[Match]) -> list[Weight]:
    known = {position for match in matches for position in range(match.first, match.last)}
    unknown = [word for position, word in enumerate(words) if position not in known][:_TEXTBLOB_READS]
    polarity = TextBlob(" ".join(unknown)).sentiment.polarity
    if abs(polarity) < TEXTBLOB_CUT_OFF:
        return []
    return [Weight("mood:textblob", 1 if polarity > 0 else -1, 0, len(words))]


def _expectation(
    question: Question, words: Sequence[str], themes: Collection[str], weights: Sequence[Weight]
) -> list[Weight]:
    """What the question lets one expect where the answer has no mood word of its own."""
    begins_bad = bool(weights) and all(weight.value < 0 for weight in weights) and weights[0].first > 0
    weighs = any(weight.value for weight in weights)
    value = 0
    if question.stance == "likes" and (not weighs or (begins_bad and _names_something_first(words, weights[0]))):
        value = 1
    elif question.stance == "worries" and (not weighs or words[0] in _OPENS_A_WORRY):
        value = -1
    elif question.stance == "changes" and not weighs and _PEOPLE_AND_SAFETY.intersection(themes):
        value = -1
    elif question.stance == "wishes" and not weighs and _FAMILY.intersection(themes):
        value = -1
    return [Weight("mood:question", value, 0, len(words))] if value else []


def _names_something_first(words: Sequence[str], bad: Weight) -> bool:
    """ "The toys, but not …": a thing is named, then a contrast begins."""
    return any(clause.joint in ("but", "notlike") and clause.first <= bad.first for clause in split_clauses(words)[1:])


def _balance(weights: Sequence[Weight]) -> Mood:
    good = sum(weight.value for weight in weights if weight.value > 0)
    bad = -sum(weight.value for weight in weights if weight.value < 0)
    if good and bad:
        if good >= OUTWEIGHS * bad:
            return "positive"
        return "negative" if bad >= OUTWEIGHS * good else "mixed"
    return "positive" if good else "negative" if bad else "neutral"
