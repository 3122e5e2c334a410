"""Several of the options, and where the file says so "Something else" in own words."""

from consult.booklet.answers import LONGEST, Answer, Given, NotAnAnswer, clean
from consult.booklet.kinds.kind import Kind
from consult.booklet.model import Question


class Choices(Kind):
    """Pick any; an exclusive option ("Nothing right now") stands alone."""

    name = "choices"
    written_options = True

    def read(self, question: Question, given: Given) -> Answer:
        """Known option keys in the file's order, each once, with words only where `other` is allowed."""
        chosen = {key for key in given.picked if key}
        known = [option.key for option in question.options]
        if not chosen <= set(known):
            raise NotAnAnswer("unknown_option")
        text = clean(given.words)
        if not text.strip():
            text = ""
        if text and not question.other:
            raise NotAnAnswer("unknown_option")
        if len(text) > LONGEST:
            raise NotAnAnswer("too_long")
        if not chosen and not text:
            raise NotAnAnswer("nothing_picked")
        alone = chosen & {option.key for option in question.options if option.exclusive}
        if alone and (len(chosen) > 1 or text):
            raise NotAnAnswer("exclusive")
        return Answer(picked=tuple(key for key in known if key in chosen), words=text)

    def read_cell(self, question: Question, cell: str) -> Answer:
        """Keys joined by `|`; `other:the words` last, its words may hold any character but a leading key."""
        before, mark, words = cell.partition("other:")
        if mark and before.strip() and not before.rstrip().endswith("|"):
            before, words = cell, ""
        return self.read(question, Given(tuple(key.strip() for key in before.split("|")), words))
