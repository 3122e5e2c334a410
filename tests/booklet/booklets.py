"""Random booklets that keep every rule, and short ways to make small ones."""

import string
from pathlib import Path

from hypothesis import strategies as st

from consult.booklet.answers import clean
from consult.booklet.check import PICTURES
from consult.booklet.kinds import KINDS
from consult.booklet.model import AUDIENCES, Booklet, Condition, Option, Question, Section
from consult.booklet.themes import THEMES

LIBRARY = Path("consult/library")
FILES = sorted(path for path in LIBRARY.glob("*.yaml") if "." not in path.stem)
"""The booklets we ship, without the translations beside them."""
EXAMPLES = Path("tests/examples")
YES_NO = (Option("yes", "Yes"), Option("no", "No"), Option("unsure", "I'm not sure"))

TEXTS = st.text(min_size=1, max_size=12).filter(lambda text: text.strip() and clean(text) == text)
KEYS = st.text(string.ascii_lowercase + string.digits + "_", min_size=1, max_size=12).map(lambda tail: "q" + tail)
OPTION_KEYS = st.sampled_from(["yes", "no", "on", "off", "true", "null", "7", "07", "unsure", "none", "a_b"])


def booklet_of(*questions: Question, audience: str = "young_person", key: str = "small") -> Booklet:
    """One section with these questions."""
    return Booklet(key, audience, "Small", (Section("all", "All", questions),))


@st.composite
def options(draw: st.DrawFn, kind: str) -> tuple[Option, ...]:
    if kind in {"choice", "choices", "people"}:
        keys = draw(st.lists(OPTION_KEYS, min_size=2, max_size=5, unique=True))
        old = draw(st.lists(st.sampled_from(["old_a", "old_b", "3"]), max_size=2, unique=True))
    elif kind == "steps" or (kind in {"faces", "scale"} and draw(st.booleans())):
        keys, old = list(KINDS[kind].fixed), []
    else:
        return ()
    pictures = st.sampled_from(["", *PICTURES])
    exclusive = st.booleans() if kind == "choices" else st.just(False)
    return tuple(
        Option(key, draw(TEXTS), draw(pictures), draw(exclusive), tuple(old) if key == keys[0] else ()) for key in keys
    )


@st.composite
def questions(draw: st.DrawFn, key: str, earlier: list[Question]) -> Question:
    kind = draw(st.sampled_from(list(KINDS)))
    ages = sorted(draw(st.lists(st.integers(4, 17), min_size=2, max_size=2)))
    chosen = draw(options(kind))
    shown = [each.key for each in KINDS[kind].options(Question(key, kind, "?", options=chosen)) if KINDS[kind].closed]
    conditions = []
    closed = [question for question in earlier if KINDS[question.kind].closed]
    if closed and draw(st.booleans()):
        for parent in draw(st.lists(st.sampled_from(closed), min_size=1, max_size=2)):
            known = [option.key for option in KINDS[parent.kind].options(parent)]
            wanted = draw(st.lists(st.sampled_from(known), min_size=1, unique=True))
            conditions.append(Condition(parent.key, tuple(wanted)))
    return Question(
        key=key,
        kind=kind,
        text=draw(TEXTS),
        hint=draw(st.just("") | TEXTS),
        themes=tuple(draw(st.lists(st.sampled_from(THEMES), max_size=2, unique=True))),
        headline=tuple(draw(st.lists(st.sampled_from(shown), max_size=2, unique=True))) if shown else (),
        options=chosen,
        only_if=tuple(conditions),
        from_age=draw(st.sampled_from([None, ages[0]])),
        to_age=draw(st.sampled_from([None, ages[1]])),
        other=kind == "choices" and draw(st.booleans()),
    )


@st.composite
def booklets(draw: st.DrawFn) -> Booklet:
    """A booklet that `check` finds no fault with."""
    keys = draw(st.lists(KEYS, min_size=1, max_size=7, unique=True))
    asked: list[Question] = []
    for key in keys:
        asked.append(draw(questions(key, asked)))
    cut = draw(st.integers(1, len(asked)))
    parts = [part for part in (asked[:cut], asked[cut:]) if part]
    sections = tuple(Section(f"part_{number}", draw(TEXTS), tuple(part)) for number, part in enumerate(parts))
    key = draw(st.sampled_from(["about-me", "2026", "no", "on-11"]))
    return Booklet(key, draw(st.sampled_from(AUDIENCES)), draw(TEXTS), sections)
