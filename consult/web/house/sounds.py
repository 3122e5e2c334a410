"""Which sentences of a question can be heard, and how a recording goes out."""

from dataclasses import dataclass

from flask import request
from werkzeug.wrappers import Response

from consult.booklet.model import Question
from consult.store.recordings import Sound
from consult.web.house.words import worded_options


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence of which there is a recording. `url`: where it plays."""

    text: str
    url: str


def sentences(question: Question) -> dict[str, str]:
    """What a question says, in the order it is read out. Keys: `text`, `hint`, and `option <key>`."""
    said = {"text": question.text, "hint": question.hint}
    said |= {f"option {option.key}": option.text for option in worded_options(question)}
    return {part: sentence for part, sentence in said.items() if sentence}


def play(sound: Sound) -> Response:
    """The recording; a browser may ask for a part of it, as some must before they play at all.

    Like every page it is kept nowhere: which follow-ups a tablet has heard would tell what was answered.
    """
    response = Response(sound.content, mimetype=sound.media_type)
    return response.make_conditional(request.environ, accept_ranges=True, complete_length=len(sound.content))
