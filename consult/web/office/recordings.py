"""A recorded voice for what booklets ask, sentence by sentence, in every language that is turned on."""

from collections.abc import Collection, Iterator, Sequence

from flask import abort, flash, render_template, request
from flask_babel import gettext as _

from consult.actions.refusals import NotThere, Refused
from consult.actions.voicing import LARGEST_SOUND, record
from consult.actions.voicing import remove_recording as remove
from consult.booklet.model import Booklet, Section
from consult.store.editions import Edition, list_editions
from consult.store.languages import ENGLISH, fetch_languages
from consult.store.recordings import find_sound, hash_wording, list_all_recorded
from consult.store.translations import list_drafts, list_translated, translated
from consult.web.house.catalogues import own_name
from consult.web.house.going import go
from consult.web.house.guard import signed_in
from consult.web.house.language import is_draft, language_words, worded_in
from consult.web.house.premises import the_store
from consult.web.house.sounds import play, sentences
from consult.web.office.blueprint import Page, room
from consult.web.office.pages import Offered, RecordingsPage, Sentence, SpokenSection


@room.get("/recordings")
def recordings() -> Page:
    """What is recorded of a booklet, and what is not yet."""
    page = _page(request.args.get("booklet", ""), request.args.get("language", ENGLISH))
    return render_template("office/recordings.html", page=page)


@room.post("/recordings")
def keep_recording() -> Page:
    """The sound of one sentence."""
    booklet, key = request.form.get("booklet", ""), request.form.get("key", "")
    language = request.form.get("language", ENGLISH)
    file = request.files.get("file")
    page = _page(booklet, language)
    wording = next((each.text for section in page.sections for each in section.sentences if each.key == key), None)
    if wording is None:
        raise NotThere
    try:
        record(the_store(), signed_in().staff, wording, language, file.read() if file else b"")
    except Refused as refusal:
        again = _page(booklet, language, {key: _fault(refusal.reason)})
        return render_template("office/recordings.html", page=again), 422
    flash(_("The recording is kept. Children hear it from now on."))
    return go("office.recordings", booklet=booklet, language=language, _anchor=f"s-{key[:12]}")


@room.post("/recordings/remove")
def remove_recording() -> Page:
    """Take one away."""
    remove(the_store(), signed_in().staff, request.form.get("key", ""))
    flash(_("The recording is gone."))
    place = {name: request.form.get(name) for name in ("booklet", "language")}
    return go("office.recordings", **place)


@room.get("/recordings/<key>")
def hear_recording(key: str) -> Page:
    """Listen back."""
    with the_store().reading(signed_in().staff.authority_id) as tx:
        sound = find_sound(tx, key)
    return play(sound) if sound else abort(404)


def _page(chosen: str, language: str, errors: dict[str, str] | None = None) -> RecordingsPage:
    """The page of a booklet, of the first one when none is chosen, in a language. Raises NotThere."""
    with the_store().reading(signed_in().staff.authority_id) as tx:
        editions: dict[str, list[Edition]] = {}
        for each in list_editions(tx):
            editions.setdefault(each.booklet.key, []).append(each)
        turned_on = fetch_languages(tx)
        if not editions or (chosen and chosen not in editions) or language not in (ENGLISH, *turned_on):
            raise NotThere
        shown = editions[chosen or min(editions)]
        key = shown[-1].booklet.key
        is_there = language == ENGLISH or language in list_translated(tx, key)
        numbered = [translated(tx, each, language) for each in shown] if is_there else []
        recorded = list_all_recorded(tx)
        drafts = {tag for booklet, tag in list_drafts(tx) if booklet == key} if turned_on else set[str]()
    with worded_in(language):
        sections = tuple(_sections(numbered, language, recorded))
    states = [each.state for section in sections for each in section.sentences]
    return RecordingsPage(
        booklets=tuple((key, each[-1].booklet.title) for key, each in editions.items()),
        booklet=key,
        title=shown[-1].booklet.title,
        sections=sections,
        recorded=states.count("recorded"),
        total=len(states),
        language=_offered(language, drafts, language),
        languages=tuple(_offered(tag, drafts, language) for tag in (ENGLISH, *turned_on)) if turned_on else (),
        errors=errors or {},
    )


def _offered(tag: str, drafts: Collection[str], shown: str) -> Offered:
    return Offered(tag, language_words(tag), own_name(tag), tag != ENGLISH and is_draft(tag, drafts), tag == shown)


def _sections(numbered: Sequence[Booklet], language: str, recorded: frozenset[str]) -> Iterator[SpokenSection]:
    """Of the last of these editions; none of none."""
    seen: set[str] = set()
    for section in numbered[-1].sections if numbered else ():
        once: dict[str, Sentence] = {}
        for each in _sentences(section, numbered[:-1], language, recorded):
            if each.key not in seen:
                once.setdefault(each.key, each)
        seen |= once.keys()
        if once:
            yield SpokenSection(section.title, tuple(once.values()))


def _sentences(
    section: Section, earlier: Sequence[Booklet], language: str, recorded: frozenset[str]
) -> Iterator[Sentence]:
    for question in section.questions:
        for part, text in sentences(question).items():
            kind, key = part.split()[0], hash_wording(text, language)
            before = _recorded_before(question.key, part, earlier, language, recorded)
            if key in recorded:
                yield Sentence(kind, text, key, "recorded", key)
            elif before:
                yield Sentence(kind, text, key, "changed", hash_wording(before, language), before)
            else:
                yield Sentence(kind, text, key, "not_yet")


def _recorded_before(
    question: str, part: str, earlier: Sequence[Booklet], language: str, recorded: frozenset[str]
) -> str:
    """The newest wording of this part of a question that has a recording; blank when none had."""
    for booklet in reversed(earlier):
        asked = booklet.find(question)
        wording = sentences(asked).get(part, "") if asked else ""
        if wording and hash_wording(wording, language) in recorded:
            return wording
    return ""


def _fault(reason: str) -> str:
    words: dict[str, str] = {
        "empty": _("Choose a sound file."),
        "too_large": _("This file is too large. At most %(count)d MB fit.", count=LARGEST_SOUND // 1024**2),
        "not_a_sound": _("This is not a sound file we can play. Use MP3, M4A, AAC, OGG, WAV or WebM."),
    }
    return words[reason]
