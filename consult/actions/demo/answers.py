"""How a made-up child answers a booklet, by mood and by a seeded roll of dice."""

from collections.abc import Mapping
from random import Random

from consult.actions.demo.drawings import sketch
from consult.actions.demo.words import PEOPLE, Words
from consult.booklet.answers import Answer, Wish
from consult.booklet.kinds import KINDS
from consult.booklet.kinds.people import WISHES
from consult.booklet.model import Booklet, Question
from consult.conversation.walk import walk

WELL, SO_SO, HARD = 0, 1, 2
"""Moods, as `words` orders its lines."""

_TROUBLE = {"bullying", "worries", "health_worries", "want_change"}
"""Questions where "yes" is the hard answer."""

_WEIGHTS = {
    WELL: {"yes": 10, "no": 1, "unsure": 1, "sometimes": 1, "partly": 1},
    SO_SO: {"yes": 5, "no": 3, "unsure": 2, "sometimes": 3, "partly": 3},
    HARD: {"yes": 3, "no": 6, "unsure": 2, "sometimes": 4, "partly": 4},
}
_SCALE = {WELL: (7, 8, 8, 9, 10), SO_SO: (4, 5, 6, 6, 7), HARD: (1, 2, 3, 3, 4)}
_STEPS = {WELL: "554", SO_SO: "4332", HARD: "2211"}
_FACES = {WELL: ("good", "good", "ok"), SO_SO: ("ok", "mix", "unsure"), HARD: ("not_good", "mix", "not_good")}


def answer_booklet(
    booklet: Booklet, age: int, mood: int, words: Words, dice: Random, said_first: Mapping[str, Answer] | None = None
) -> list[tuple[Question, Answer | None]]:
    """What the child answers, in the order asked; None is a skip. `said_first`: answers already settled."""
    settled = said_first or {}
    said: dict[str, Answer | None] = {}
    given = []
    while (question := walk(booklet, said, age).waiting) is not None:
        answer = settled.get(question.key) or _answer(question, mood, words, dice)
        said[question.key] = answer
        given.append((question, answer))
    return given


def _answer(question: Question, mood: int, words: Words, dice: Random) -> Answer | None:
    if dice.random() < 0.06:
        return None
    if question.kind == "words":
        lines = words.get(question.key)
        return Answer(words=dice.choice(lines[mood])) if lines and dice.random() < 0.85 else None
    if question.kind == "choices":
        return _pick_several(question, mood, words, dice)
    if question.kind == "people":
        return _wish_for(question, mood, dice)
    if question.kind == "drawing":
        title = dice.choice(words[question.key][mood])
        return Answer(words=title, drawing=sketch(dice) if dice.random() < 0.7 else "")
    return Answer(picked=(_pick_one(question, mood, dice),))


def _pick_one(question: Question, mood: int, dice: Random) -> str:
    if question.kind == "scale":
        return str(dice.choice(_SCALE[mood]))
    if question.kind == "steps":
        return dice.choice(_STEPS[mood])
    if question.kind == "faces":
        return dice.choice(_FACES[mood])
    weights = dict(_WEIGHTS[mood])
    if question.key in _TROUBLE:
        weights["yes"], weights["no"] = weights["no"], weights["yes"]
    keys = [option.key for option in KINDS[question.kind].options(question)]
    return dice.choices(keys, [weights.get(key, 2) for key in keys])[0]


def _pick_several(question: Question, mood: int, words: Words, dice: Random) -> Answer:
    keys = [option.key for option in question.options if not option.exclusive]
    alone = [option.key for option in question.options if option.exclusive]
    if alone and dice.random() < 0.15:
        return Answer(picked=(alone[0],))
    chosen = set(dice.sample(keys, dice.randint(1, min(3, len(keys)))))
    picked = tuple(key for key in keys if key in chosen)
    own = dice.choice(words[question.key][mood]) if question.other and dice.random() < 0.3 else ""
    return Answer(picked=picked, words=own)


def _wish_for(question: Question, mood: int, dice: Random) -> Answer:
    chosen = set(dice.sample([option.key for option in question.options], dice.randint(2, 4)))
    likely = {WELL: (8, 1, 2), SO_SO: (5, 3, 2), HARD: (3, 6, 1)}[mood]
    listed = [
        Wish(dice.choices(WISHES, likely)[0], key=option.key) for option in question.options if option.key in chosen
    ]
    named = [Wish(dice.choices(WISHES, likely)[0], name=dice.choice(PEOPLE))] if dice.random() < 0.4 else []
    return Answer(people=(*listed, *named))
