"""What every kind of question can do. One subclass a file; the register is in `__init__`."""

from typing import ClassVar

from consult.booklet.answers import LONGEST, Answer, Given, NotAnAnswer, clean
from consult.booklet.model import Option, Question


class Kind:
    """A kind of question: which options it has, and how an answer is read."""

    name: ClassVar[str]
    closed: ClassVar[bool] = True
    """Closed kinds are counted per option; open ones only by who answered, and nothing can depend on them."""
    fixed: ClassVar[tuple[str, ...]] = ()
    """Option keys that the kind brings itself; the file may word them but not change them."""
    written_options: ClassVar[bool] = False
    """Whether the file must list options."""

    def options(self, question: Question) -> tuple[Option, ...]:
        """The options in order; those that a kind fixes and the file does not word have empty text."""
        if question.options:
            return question.options
        return tuple(Option(key, "") for key in self.fixed)

    def read(self, question: Question, given: Given) -> Answer:
        """The answer that a form holds. Raises NotAnAnswer."""
        raise NotImplementedError

    def fill(self, question: Question, answer: Answer) -> Given:
        """The form that holds this answer: `read` gives it back."""
        return Given(answer.picked, answer.words)

    def read_cell(self, question: Question, cell: str) -> Answer:
        """The answer written in one cell of an answers file (docs/imports.md). Raises NotAnAnswer."""
        return self.read(question, Given(picked=(cell.strip(),)))


class PickOne(Kind):
    """Exactly one of the options."""

    def read(self, question: Question, given: Given) -> Answer:
        """One known option key."""
        chosen = [key for key in given.picked if key]
        if not chosen:
            raise NotAnAnswer("nothing_picked")
        if len(chosen) > 1:
            raise NotAnAnswer("one_only")
        if chosen[0] not in {option.key for option in self.options(question)}:
            raise NotAnAnswer("unknown_option")
        return Answer(picked=(chosen[0],))


def read_words(words: str) -> str:
    """Cleaned free text, spaces kept as typed. Raises NotAnAnswer when empty or over LONGEST."""
    text = clean(words)
    if not text.strip():
        raise NotAnAnswer("nothing_picked")
    if len(text) > LONGEST:
        raise NotAnAnswer("too_long")
    return text
