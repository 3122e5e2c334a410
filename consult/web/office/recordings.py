"""A recorded voice for what booklets ask, sentence by sentence."""

from collections.abc import Iterator, Sequence

from flask import abort, flash, render_template, request
from flask_babel import gettext as _

from consult.actions.refusals import NotThere, Refused
from consult.actions.voicing import LARGEST_SOUND, record
from consult.actions.voicing import remove_recording as remove
from consult.booklet.model import Booklet, Section
from consult.store.editions import list_editions
from consult.store.recordings import find_sound, hash_wording, list_all_recorded
from consult.web.house.going import go
from consult.web.house.guard import signed_in
from consult.web.house.premises import the_store
from consult.web.house.sounds import play, sentences
from consult.web.office.blueprint import Page, room
from consult.web.office.pages import RecordingsPage, Sentence, SpokenSection

LANGUAGE = "en"
"""Booklets are written in English."""


@room.get("/recordings")
def recordings() -> Page:
    """What is recorded of a booklet, and what is not yet."""
    return render_template("office/recordings.html", page=_page(request.args.get("booklet", "")))


@room.post("/recordings")
def keep_recording() -> Page:
    """The sound of one sentence."""
    booklet, key = request.form.get("booklet", ""), request.form.get("key", "")
    file = request.files.get("file")
    page = _page(booklet)
    wording = next((each.text for section in page.sections for each in section.sentences if each.key == key), None)
    if wording is None:
        raise NotThere
    try:
        record(the_store(), signed_in().staff, wording, LANGUAGE, file.read() if file else b"")
    except Refused as refusal:
        again = _page(booklet, {key: _fault(refusal.reason)})
        return render_template("office/recordings.html", page=again), 422
    flash(_("The recording is kept. Children hear it from now on."))
    return go("office.recordings", booklet=booklet, _anchor=f"s-{key[:12]}")


@room.post("/recordings/remove")
def remove_recording() -> Page:
    """Take one away."""
    remove(the_store(), signed_in().staff, request.form.get("key", ""))
    flash(_("The recording is gone."))
    return go("office.recordings", booklet=request.form.get("booklet", ""))


@room.get("/recordings/<key>")
def hear_recording(key: str) -> Page:
    """Listen back."""
    with the_store().reading(signed_in().staff.authority_id) as tx:
        sound = find_sound(tx, key)
    return play(sound) if sound else abort(404)


def _page(chosen: str, errors: dict[str, str] | None = None) -> RecordingsPage:
    """The page of a booklet, of the first one when none is chosen. Raises NotThere."""
    with the_store().reading(signed_in().staff.authority_id) as tx:
        editions: dict[str, list[Booklet]] = {}
        for each in list_editions(tx):
            editions.setdefault(each.booklet.key, []).append(each.booklet)
        recorded = list_all_recorded(tx)
    if not editions or (chosen and chosen not in editions):
        raise NotThere
    *earlier, newest = editions[chosen or min(editions)]
    sections = tuple(_sections(newest, earlier, recorded))
    states = [each.state for section in sections for each in section.sentences]
    return RecordingsPage(
        booklets=tuple((key, numbered[-1].title) for key, numbered in editions.items()),
        booklet=newest.key,
        title=newest.title,
        sections=sections,
        recorded=states.count("recorded"),
        total=len(states),
        errors=errors or {},
    )


def _sections(newest: Booklet, earlier: Sequence[Booklet], recorded: frozenset[str]) -> Iterator[SpokenSection]:
    seen: set[str] = set()
    for section in newest.sections:
        once: dict[str, Sentence] = {}
        for each in _sentences(section, earlier, recorded):
            if each.key not in seen:
                once.setdefault(each.key, each)
        seen |= once.keys()
        if once:
            yield SpokenSection(section.title, tuple(once.values()))


def _sentences(section: Section, earlier: Sequence[Booklet], recorded: frozenset[str]) -> Iterator[Sentence]:
    for question in section.questions:
        for part, text in sentences(question).items():
            kind, key = part.split()[0], hash_wording(text, LANGUAGE)
            before = _recorded_before(question.key, part, earlier, recorded)
            if key in recorded:
                yield Sentence(kind, text, key, "recorded", key)
            elif before:
                yield Sentence(kind, text, key, "changed", hash_wording(before, LANGUAGE), before)
            else:
                yield Sentence(kind, text, key, "not_yet")


def _recorded_before(question: str, part: str, earlier: Sequence[Booklet], recorded: frozenset[str]) -> str:
    """The newest wording of this part of a question that has a recording; blank when none had."""
    for booklet in reversed(earlier):
        asked = booklet.find(question)
        wording = sentences(asked).get(part, "") if asked else ""
        if wording and hash_wording(wording, LANGUAGE) in recorded:
            return wording
    return ""


def _fault(reason: str) -> str:
    words: dict[str, str] = {
        "empty": _("Choose a sound file."),
        "too_large": _("This file is too large. At most %(count)d MB fit.", count=LARGEST_SOUND // 1024**2),
        "not_a_sound": _("This is not a sound file we can play. Use MP3, M4A, AAC, OGG, WAV or WebM."),
    }
    return words[reason]
