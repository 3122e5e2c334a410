"""Samples of the page for when there is no internet: every kind of question at once, both bands."""

from consult.web.house.samples_child import PEOPLE, QUESTIONS, Sample
from consult.web.talk.offline_pages import NOTHING, BlankPage, BlankPart, BlankQuestion
from consult.web.talk.pages import Contacts, Person


def samples() -> dict[str, Sample]:
    """Sample name -> template and its context."""
    questions = tuple(
        BlankQuestion(place, question, options, "If you said “No”:" if place == 2 else "")
        for place, (question, options) in enumerate(QUESTIONS.values(), start=1)
    )
    return {
        f"{band}-offline": (
            "talk/offline.html",
            {
                "page": BlankPage(
                    person=Person("", "", band),
                    parts=(BlankPart("Where you live", questions),),
                    authority=1,
                    capability="capability",
                    public_key="key",
                    after=0,
                    contacts=Contacts(out_of_hours="01632 960111"),
                ),
                "given": NOTHING,
            },
        )
        for band in PEOPLE
    }
