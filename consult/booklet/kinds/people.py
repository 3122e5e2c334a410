"""Who should be there and who should not: listed people, and more by name."""

import re

from consult.booklet.answers import Answer, Given, NotAnAnswer, Wish, clean
from consult.booklet.kinds.kind import Kind
from consult.booklet.model import Question

WISHES = ("come", "not", "either")
MOST_NAMES = 20
LONGEST_NAME = 60

_NAME = re.compile(r"name-([1-9][0-9]{0,3})")


class People(Kind):
    """One wish a person. Form fields: `who-<key>` for listed people, `name-<n>` and `wish-<n>` for more by name."""

    name = "people"
    closed = False
    written_options = True

    def read(self, question: Question, given: Given) -> Answer:
        """Listed people in the file's order, then own names in the form's."""
        wishes = {name[4:]: wish for name, wish in given.fields.items() if name.startswith("who-") and wish}
        known = [option.key for option in question.options]
        if not wishes.keys() <= set(known):
            raise NotAnAnswer("unknown_option")
        listed = [Wish(wishes[key], key=key) for key in known if key in wishes]
        return _answer(listed + _read_names(given))

    def fill(self, question: Question, answer: Answer) -> Given:
        """The form fields of these wishes."""
        fields = {f"who-{each.key}": each.wish for each in answer.people if each.key}
        for number, each in enumerate((each for each in answer.people if not each.key), start=1):
            fields |= {f"name-{number}": each.name, f"wish-{number}": each.wish}
        return Given(fields=fields)

    def read_cell(self, question: Question, cell: str) -> Answer:
        """`nan:come|teacher:not|other:Uncle Bo:either`."""
        known = [option.key for option in question.options]
        people = []
        for part in cell.split("|"):
            who, _, wish = part.strip().rpartition(":")
            name = clean(who.removeprefix("other:")).strip()
            if who in known:
                people.append(Wish(wish, key=who))
            elif who.startswith("other:") and name:
                people.append(Wish(wish, name=name))
            else:
                raise NotAnAnswer("unknown_option")
        people.sort(key=lambda each: known.index(each.key) if each.key else len(known))
        return _answer(people)


def _read_names(given: Given) -> list[Wish]:
    numbers = sorted(int(found[1]) for name in given.fields if (found := _NAME.fullmatch(name)))
    people = []
    for number in numbers:
        name = clean(given.fields[f"name-{number}"]).strip()
        wish = given.fields.get(f"wish-{number}", "")
        if bool(name) != bool(wish):
            raise NotAnAnswer("name_and_wish")
        if name:
            people.append(Wish(wish, name=name))
    return people


def _answer(people: list[Wish]) -> Answer:
    """The answer, each person once."""
    people = list(dict.fromkeys(people))
    names = [each.name for each in people if each.name]
    if not people:
        raise NotAnAnswer("nothing_picked")
    if any(each.wish not in WISHES for each in people):
        raise NotAnAnswer("unknown_option")
    if len(names) > MOST_NAMES:
        raise NotAnAnswer("too_many_names")
    if any(len(name) > LONGEST_NAME for name in names):
        raise NotAnAnswer("long_name")
    if len({(each.key, each.name) for each in people}) < len(people):
        raise NotAnAnswer("exclusive")
    return Answer(people=tuple(people))
