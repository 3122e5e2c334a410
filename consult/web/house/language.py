"""Language of a page: staff's are English, a child's are in the language that the child chose."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from flask import Flask, g, has_request_context, session
from flask_babel import Babel, Domain, force_locale, get_locale, get_translations, refresh

from consult.booklet.translation import CHECKED
from consult.store.languages import ENGLISH
from consult.web.house.catalogues import Language, own_name, sentences_in, shipped_languages
from consult.web.house.errors import is_staff_side

_ENGLISH = Language(ENGLISH, own_name(ENGLISH), CHECKED)
RIGHT_TO_LEFT = {"ar", "fa", "he", "ps", "ur"}


def language() -> str:
    """Language tag of this page, such as `en-GB`, for the `lang` attribute."""
    locale = str(get_locale()).replace("_", "-")
    return "en-GB" if locale == ENGLISH else locale


def direction() -> str:
    """`ltr` or `rtl`."""
    return "rtl" if language().split("-")[0] in RIGHT_TO_LEFT else "ltr"


def day_words(day: dt.date, style: str = "EEEE d MMMM") -> str:
    """A day in words, without the year unless the pattern asks for it."""
    return str(format_date(day, style, locale=_locale()))


def language_words(tag: str) -> str:
    """A language by its name on this page; the tag itself where it has none here."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(_locale()) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def time_words(moment: dt.datetime) -> str:
    """Hours and minutes of a moment that is already local."""
    return str(format_time(moment, "HH:mm", locale=_locale()))


def translators() -> tuple[Callable[[str], str], Callable[[str, str, int], str]]:
    """gettext and ngettext of this page that leave placeholders alone."""
    catalogue = get_translations()
    return catalogue.ugettext, catalogue.ungettext


def speak(tag: str) -> None:
    """This page is in the child's language, and so are those that come before the child is known again."""
    if session.get("language", ENGLISH) != tag:
        session["language"] = tag
    g.language = tag
    g.pop("sentences", None)
    refresh()


@contextmanager
def worded_in(tag: str) -> Iterator[None]:
    """What is worded meanwhile, templates included, is in this language: paper that staff print for a child."""
    g.pop("sentences", None)
    try:
        with force_locale(tag):
            yield
    finally:
        g.pop("sentences", None)


def offer(tags: Iterable[str]) -> tuple[Language, ...]:
    """The languages to choose from where these are turned on, English first; none where English is the only one."""
    shipped = shipped_languages()
    others = [shipped[tag] for tag in sorted(tags) if tag in shipped]
    return (_ENGLISH, *others) if others else ()


def is_draft(tag: str, drafts: Collection[str]) -> bool:
    """Whether a speaker has yet to check the interface, or the booklets (`drafts`: their languages), in a language."""
    shipped = shipped_languages().get(tag)
    return tag in drafts or (shipped is not None and shipped.state != CHECKED)


def page_fits(turned_on: Collection[str]) -> bool:
    """Whether this page's language is turned on here; where not, pages are in English from now on."""
    if session.get("language", ENGLISH) in (ENGLISH, *turned_on):
        return True
    session.pop("chosen", None)
    speak(ENGLISH)
    return False


def _locale() -> str:
    chosen = str(get_locale())
    return "en_GB" if chosen == ENGLISH else chosen


def _choose() -> str:
    if not has_request_context() or is_staff_side():
        return ENGLISH
    return str(g.get("language") or session.get("language") or ENGLISH)


class _Catalogues(Domain):  # type: ignore[misc]
    """Sentences from our own reader of `.po` files, for templates and views alike."""

    def get_translations(self) -> Any:
        return sentences_in(str(get_locale()))


def _sentences() -> Any:
    """This page's catalogue, looked up once: a page asks for some fifty sentences."""
    try:
        return g.sentences
    except AttributeError:
        g.sentences = get_translations()
        return g.sentences


def install(app: Flask) -> None:
    """Gettext in templates and views; the languages that we ship are read now, not while a child waits."""
    babel = Babel(app, default_locale=ENGLISH, default_timezone="Europe/London", locale_selector=_choose)
    babel.domain_instance = _Catalogues()
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.newstyle_gettext = True  # type: ignore[attr-defined]
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: _sentences().ugettext(text),
        lambda one, many, count: _sentences().ungettext(one, many, count),
        newstyle=True,
        pgettext=lambda context, text: _sentences().upgettext(context, text),
    )
    app.jinja_env.globals.update(language=language, direction=direction)
    app.jinja_env.filters.update(day=day_words, clock=time_words)
    for tag in shipped_languages():
        sentences_in(tag)
