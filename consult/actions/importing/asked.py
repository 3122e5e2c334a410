"""Reads the answers of one paper booklet, and holds each against what could have been asked."""

from collections.abc import Iterator

from consult.actions.importing.answer_rows import Paper
from consult.actions.importing.faults import Fault
from consult.booklet.answers import LONGEST, Answer, NotAnAnswer
from consult.booklet.kinds import KINDS
from consult.booklet.kinds.people import LONGEST_NAME, MOST_NAMES
from consult.booklet.model import Booklet, Question
from consult.conversation.on_paper import find_strays
from consult.conversation.walk import Walk, walk

Said = dict[str, Answer | None]


def read_answers(paper: Paper, booklet: Booklet, age: int | None) -> tuple[Walk, list[Fault]]:
    """The walk through what was written, and every row that could not have been. `age` None: not known.

    A blank answer is a skip. A question without a row was not asked and is left out.
    """
    said: Said = {}
    numbers: dict[str, int] = {}
    spoiled: set[str] = set()
    faults: list[Fault] = []
    for row in paper.rows:
        question = booklet.find(row.question)
        if question is None:
            faults.append(Fault(row.number, "question", f"“{booklet.key}” has no such question."))
        elif not question.fits_age(age):
            faults.append(Fault(row.number, "question", f"This is not asked at the age of {age}."))
            spoiled.add(question.key)
        else:
            try:
                said[question.key] = _read(question, row.cell)
                numbers[question.key] = row.number
            except NotAnAnswer as fault:
                faults.append(Fault(row.number, "answer", _sentence(question, fault.fault)))
                spoiled.add(question.key)
    walked = walk(booklet, said, age)
    if paper.whole:
        faults += _unreached(booklet, walked, said, numbers, spoiled)
    return walked, faults


def _read(question: Question, cell: str) -> Answer | None:
    return KINDS[question.kind].read_cell(question, cell) if cell.strip() else None


def _unreached(
    booklet: Booklet, walked: Walk, said: Said, numbers: dict[str, int], spoiled: set[str]
) -> Iterator[Fault]:
    """Follow-ups that nothing led to."""
    for stray in find_strays(booklet, walked, said, spoiled):
        sentence = f"This is asked only where “{stray.needed.question}” is {' or '.join(stray.needed.any_of)}."
        if stray.unsaid:
            sentence = f"This is asked only after “{stray.needed.question}”, which has no row."
        yield Fault(numbers[stray.question.key], "question", sentence)


def _sentence(question: Question, fault: str) -> str:
    keys = ", ".join(option.key for option in KINDS[question.kind].options(question))
    return {
        "nothing_picked": "Nothing is picked here. Leave the cell blank where the question was skipped.",
        "one_only": f"Only one of these can be picked: {keys}.",
        "exclusive": "One of these cannot be picked together with others.",
        "too_many_names": f"There are more than {MOST_NAMES} names.",
        "long_name": f"A name has more than {LONGEST_NAME} characters.",
        "not_in_a_file": "A drawing cannot come in by a file. Leave this row out and keep the paper.",
        "too_long": f"This has more than {LONGEST:,} characters.",
        "not_a_number": "This is not a whole number from 0 to 10.",
    }.get(fault, f"This is not one of the answers to “{question.key}”: {keys}.")
