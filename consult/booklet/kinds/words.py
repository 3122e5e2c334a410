"""An answer in own words."""

from consult.booklet.answers import Answer, Given
from consult.booklet.kinds.kind import Kind, read_words
from consult.booklet.model import Question


class Words(Kind):
    """Free text, kept as typed."""

    name = "words"
    closed = False

    def read(self, question: Question, given: Given) -> Answer:
        """The typed words."""
        return Answer(words=read_words(given.words))

    def read_cell(self, question: Question, cell: str) -> Answer:
        """The cell is the words."""
        return self.read(question, Given(words=cell))
