"""A whole number from 0 to 10."""

from consult.booklet.answers import Answer, Given, NotAnAnswer
from consult.booklet.kinds.kind import PickOne
from consult.booklet.model import Question


class Scale(PickOne):
    """Pick a number; stored as its digits."""

    name = "scale"
    fixed = tuple(str(number) for number in range(11))

    def read_cell(self, question: Question, cell: str) -> Answer:
        """A whole number; "07" and "7" are the same."""
        digits = cell.strip()
        if not (digits.isascii() and digits.isdigit()):
            raise NotAnAnswer("not_a_number")
        return self.read(question, Given(picked=(digits.lstrip("0") or "0",)))
