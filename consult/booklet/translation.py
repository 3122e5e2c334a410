"""A booklet in another language: every sentence beside the English that it translates."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from consult.booklet.model import Booklet, Question, Section

DRAFT, CHECKED = "draft", "checked"
STATES = (DRAFT, CHECKED)
"""A draft has not been read by a speaker of the language yet."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`to` says in another language what `en` says; it goes stale when the booklet's English is not `en` any more."""

    en: str
    to: str


@dataclass(frozen=True)
class Translation:
    """One booklet in one language. `sentences`: by path as `list_sentences` gives them."""

    booklet: str
    language: str
    state: str
    sentences: Mapping[str, Sentence]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a translation has of a booklet, by path. `unknown`: it translates what the booklet does not say."""

    whole: int
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def translated(self) -> int:
        """Sentences that are there and fit."""
        return self.whole - len(self.missing) - len(self.stale)


def list_sentences(booklet: Booklet) -> dict[str, str]:
    """Every sentence of a booklet by its path.

    Paths: `title`, `sections.home`, `questions.happy_home.text`, `….hint`, `….options.yes`.
    """
    return dict(_sentences(booklet))


def compare(booklet: Booklet, translation: Translation) -> Coverage:
    """What is missing, stale and unknown, in the booklet's order."""
    said, kept = list_sentences(booklet), translation.sentences
    return Coverage(
        whole=len(said),
        missing=tuple(path for path in said if path not in kept),
        stale=tuple(path for path, text in said.items() if path in kept and kept[path].en != text),
        unknown=tuple(path for path in kept if path not in said),
    )


def translate(booklet: Booklet, translation: Translation) -> Booklet:
    """The booklet in the other language: same keys, same rules. What is missing or stale stays English."""

    def say(path: str, text: str) -> str:
        known = translation.sentences.get(path)
        return known.to if known is not None and known.en == text else text

    return Booklet(
        booklet.key,
        booklet.audience,
        say("title", booklet.title),
        tuple(
            Section(
                section.key,
                say(f"sections.{section.key}", section.title),
                tuple(_translate_question(question, say) for question in section.questions),
            )
            for section in booklet.sections
        ),
    )


def to_document(translation: Translation) -> dict[str, Any]:
    """JSON-ready, for keeping."""
    return {
        "booklet": translation.booklet,
        "language": translation.language,
        "state": translation.state,
        "sentences": {path: [each.en, each.to] for path, each in translation.sentences.items()},
    }


def from_document(document: Mapping[str, Any]) -> Translation:
    """The reverse of `to_document`."""
    sentences = {path: Sentence(en, to) for path, (en, to) in document["sentences"].items()}
    return Translation(document["booklet"], document["language"], document["state"], sentences)


def _sentences(booklet: Booklet) -> Iterator[tuple[str, str]]:
    yield "title", booklet.title
    for section in booklet.sections:
        yield f"sections.{section.key}", section.title
        for question in section.questions:
            path = f"questions.{question.key}"
            yield f"{path}.text", question.text
            if question.hint:
                yield f"{path}.hint", question.hint
            for option in question.options:
                yield f"{path}.options.{option.key}", option.text


def _translate_question(question: Question, say: Callable[[str, str], str]) -> Question:
    path = f"questions.{question.key}"
    options = tuple(
        replace(option, text=say(f"{path}.options.{option.key}", option.text)) for option in question.options
    )
    hint = say(f"{path}.hint", question.hint) if question.hint else ""
    return replace(question, text=say(f"{path}.text", question.text), hint=hint, options=options)
