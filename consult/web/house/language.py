"""Language of a page: gettext from a catalogue looked up once a request."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from flask import Flask, g
from flask_babel import Babel, get_locale, get_translations

from consult.settings import ROOT

RIGHT_TO_LEFT = {"ar", "fa", "he", "ps", "ur"}


def language() -> str:
    """Language tag of this page, such as `en-GB`, for the `lang` attribute."""
    locale = str(get_locale()).replace("_", "-")
    return "en-GB" if locale == "en" else locale


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
    catalogue = _catalogue()
    return catalogue.ugettext, catalogue.ungettext


def _locale() -> str:
    chosen = str(get_locale())
    return "en_GB" if chosen == "en" else chosen


def _catalogue() -> Any:
    if "catalogue" not in g:
        g.catalogue = get_translations()
    return g.catalogue


def install(app: Flask) -> None:
    """Gettext in templates and views, one catalogue look-up a request (docs/decisions)."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(ROOT / "translations")
    Babel(app, default_locale="en", default_timezone="Europe/London")
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.newstyle_gettext = True  # type: ignore[attr-defined]
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: _catalogue().ugettext(text),
        lambda one, many, count: _catalogue().ungettext(one, many, count),  # type: ignore[attr-defined]
        newstyle=True,
        pgettext=lambda context, text: _catalogue().upgettext(context, text),
    )
    app.jinja_env.globals.update(language=language, direction=direction)
    app.jinja_env.filters.update(day=day_words, clock=time_words)
