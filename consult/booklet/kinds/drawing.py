"""A drawing with a title, or only words."""

from consult.booklet.answers import Answer, Given, NotAnAnswer
from consult.booklet.drawing import read_strokes, write_strokes
from consult.booklet.kinds.kind import Kind, read_words
from consult.booklet.model import Question


class Drawing(Kind):
    """Strokes in the form field `drawing`; the words are its title, or stand in its place."""

    name = "drawing"
    closed = False

    def read(self, question: Question, given: Given) -> Answer:
        """The strokes and the words; one of them is enough."""
        strokes = read_strokes(given.fields.get("drawing", ""))
        if not strokes:
            return Answer(words=read_words(given.words))
        words = read_words(given.words) if given.words.strip() else ""
        return Answer(words=words, drawing=write_strokes(strokes))

    def fill(self, question: Question, answer: Answer) -> Given:
        """The title, and the strokes where there are any."""
        return Given(words=answer.words, fields={"drawing": answer.drawing} if answer.drawing else {})

    def read_cell(self, question: Question, cell: str) -> Answer:
        """A drawing stays on its paper."""
        raise NotAnAnswer("not_in_a_file")
