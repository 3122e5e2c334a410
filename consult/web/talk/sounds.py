"""Being read to, where the authority has recorded a voice."""

from flask import url_for

from consult.actions.refusals import Ended, NotThere
from consult.actions.standing import Standing, take_seat
from consult.booklet.model import Question
from consult.store.recordings import find_sound, hash_wording, list_recorded
from consult.web.house.language import language
from consult.web.house.premises import the_store
from consult.web.house.sounds import Heard, play, sentences
from consult.web.talk.blueprint import Page, room
from consult.web.talk.sitting import the_visit


@room.get("/sound/<key>")
def sound(key: str) -> Page:
    """One recorded sentence."""
    visit = the_visit()
    with the_store().reading(visit.authority_id) as tx:
        if not take_seat(tx, visit).fresh:
            raise Ended
        found = find_sound(tx, key)
    if found is None:
        raise NotThere
    return play(found)


def sounds_on(standing: Standing, question: Question) -> tuple[Heard, ...]:
    """The recordings of a question's sentences; none where the question itself has none.

    One statement for the page, and none for authorities that have recorded nothing.
    """
    if not standing.seat.has_recordings:
        return ()
    spoken = language().split("-")[0]
    keys = {hash_wording(text, spoken): text for text in sentences(question).values()}
    with the_store().reading(the_visit().authority_id) as tx:
        recorded = list_recorded(tx, keys.keys())
    if hash_wording(question.text, spoken) not in recorded:
        return ()
    return tuple(Heard(text, url_for("talk.sound", key=key)) for key, text in keys.items() if key in recorded)
