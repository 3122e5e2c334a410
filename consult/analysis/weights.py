"""What good and bad things an answer says, clause by clause."""

from collections.abc import Sequence
from dataclasses import dataclass

from consult.analysis.clauses import NEGATIONS, Clause
from consult.analysis.lexicon import read_list
from consult.analysis.patterns import Match, Matcher
from consult.analysis.questions import Question

_WORDS = Matcher(read_list("moods"))
_NEGATION_REACH = 3


@dataclass(frozen=True, slots=True)
class Weight:
    """Something good (`value` above 0) or bad that was said: the rule that saw it, and its tokens."""

    rule: str
    value: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The mood words of an answer, and the places of "not", "never" and the like that are no part of a phrase."""

    matches: tuple[Match, ...]
    negated: frozenset[int]


def read_mood_words(words: Sequence[str], start: int) -> Reading:
    """The phrases of `moods.txt` in the answer from token `start` on."""
    matches = tuple(match for match in _WORDS.longest(words) if match.last > start)
    in_phrases = {position for match in matches for position in range(match.first, match.last)}
    negated = frozenset(
        position for position in range(start, len(words)) if words[position] in NEGATIONS and position not in in_phrases
    )
    return Reading(matches, negated)


def weigh(clauses: Sequence[Clause], reading: Reading, question: Question) -> list[list[Weight]]:
    """The weights of each clause, after negation, the past, contrasts and asides."""
    said = _by_clause(clauses, reading, question)
    _settle_opposites(clauses, said, question)
    _settle_past(clauses, said)
    _settle_asides(clauses, said)
    return said


def _by_clause(clauses: Sequence[Clause], reading: Reading, question: Question) -> list[list[Weight]]:
    owner = {position: index for index, clause in enumerate(clauses) for position in range(clause.first, clause.last)}
    said: list[list[Weight]] = [[] for _ in clauses]
    for match in reading.matches:
        index = owner.get(match.first)
        if index is not None:
            said[index] += _weights_of(match, clauses[index], said[index], reading.negated, question)
    return said


def _weights_of(
    match: Match, clause: Clause, so_far: Sequence[Weight], negated: frozenset[int], question: Question
) -> list[Weight]:
    if match.key == "wish":
        return [Weight("mood:wish", -1, match.first, match.last)]
    # "I wish they were kind" says nothing good.
    is_wished = bool(so_far) and so_far[-1].rule == "mood:wish"
    reach = range(max(clause.first, match.first - _NEGATION_REACH), match.first)
    is_negated = not negated.isdisjoint(reach)
    values = [int(each) for each in match.key.split("/")]
    turned = [_turn(value, is_negated, clause, question) for value in values if value and not (is_wished and value > 0)]
    return [Weight(rule, value, match.first, match.last) for rule, value in turned]


def _turn(value: int, is_negated: bool, clause: Clause, question: Question) -> tuple[str, int]:
    """Rule and weight after negation. To "what would you change", "not being moved" is still bad news."""
    stays_bad = question.stance in ("changes", "wishes") or clause.joint == "notlike"
    if not is_negated or (value < 0 and stays_bad):
        return ("mood:good" if value > 0 else "mood:bad"), value
    return "mood:turned-round", -1 if value > 0 else 1


def _settle_opposites(clauses: Sequence[Clause], said: list[list[Weight]], question: Question) -> None:
    """ "I liked the cakes, not the talking": a part without a mood word takes the opposite of the one before."""
    before = 0
    for index, clause in enumerate(clauses):
        if not said[index] and clause.joint != "aside":
            value = _implied(clause, before, question)
            rule = "mood:opposite" if before else "mood:answer"
            said[index] = [Weight(rule, value, clause.first, clause.last)] if value else []
        before = said[index][-1].value if said[index] else before


def _implied(clause: Clause, before: int, question: Question) -> int:
    is_not = clause.ending == "notend" or clause.joint == "notlike" or (clause.joint == "but" and clause.denies)
    if is_not and before:
        return -1 if before > 0 else 1
    if question.stance in ("safe", "yes_is_good") and clause.ending:
        return -1 if is_not else 1
    return 0


def _settle_past(clauses: Sequence[Clause], said: list[list[Weight]]) -> None:
    """What used to be is set aside when the answer goes on to say how it is now."""
    says_now = goes_on = False
    for index in range(len(clauses) - 2, -1, -1):
        after = clauses[index + 1]
        says_now = says_now or "present" in after.tenses
        goes_on = goes_on or bool(said[index + 1])
        tenses = clauses[index].tenses | after.tenses if after.joint == "aside" else clauses[index].tenses
        if goes_on and ("before" in tenses or ("past" in tenses and says_now)):
            said[index] = []


def _settle_asides(clauses: Sequence[Clause], said: list[list[Weight]]) -> None:
    """ "She makes me laugh when I cry": what only sets the scene does not weigh against the main part."""
    main = 0
    for index, clause in enumerate(clauses):
        total = sum(weight.value for weight in said[index])
        if clause.joint == "aside" and total * main < 0:
            said[index] = []
        else:
            main = total or main
