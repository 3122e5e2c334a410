"""A report as one HTML file that needs nothing else: its styles and letters are inside, and no script."""

import base64
import re
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from consult.render.language import ENGLISH, Language
from consult.report.build import Report
from consult.settings import ROOT

CSS = ROOT / "static" / "css"
STYLES = ("00-tokens", "10-frame", "30-card")
_FONT = re.compile(r'url\("\.\./\.\./fonts/([a-z0-9-]+\.woff2)"\)')


def render_html(report: Report, language: Language = ENGLISH) -> str:
    """The document, from the same templates as the page that staff read."""
    page = _environment(language).get_template("voice/download.html")
    return page.render(report=report, css=Markup(_styles()))  # noqa: S704 - our own files


# Compiling the templates takes a quarter of a second: once a language is enough.
@lru_cache(maxsize=32)
def _environment(language: Language) -> Environment:
    locale = Locale.parse(language.tag, sep="-")

    def day(value: date, style: str) -> str:
        return str(format_date(value, style, locale=locale))

    environment = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        language.gettext, language.ngettext, newstyle=True
    )
    environment.globals.update(language=lambda: language.tag, direction=lambda: locale.text_direction)
    environment.filters["day"] = day
    return environment


def _styles() -> str:
    paths = [*(CSS / "staff" / f"{name}.css" for name in STYLES), CSS / "voice.css"]
    return _FONT.sub(_font_inside, "\n".join(path.read_text(encoding="utf-8") for path in paths))


def _font_inside(found: re.Match[str]) -> str:
    letters = base64.b64encode((ROOT / "static" / "fonts" / found[1]).read_bytes()).decode()
    return f'url("data:font/woff2;base64,{letters}")'
