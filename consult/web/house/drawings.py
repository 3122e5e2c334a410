"""What templates need to show drawings and to let somebody draw."""

from dataclasses import dataclass

from flask import Flask
from flask_babel import gettext as _

from consult.booklet.drawing import COLOURS, HEIGHT, PENS, WIDTH, draw


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour to draw with, and its name."""

    colour: str
    name: str


def inks() -> tuple[Ink, ...]:
    """The colours by name, in the order in which strokes count them."""
    names = (_("Black"), _("Red"), _("Yellow"), _("Green"), _("Blue"), _("Brown"))
    return tuple(Ink(colour, name) for colour, name in zip(COLOURS, names, strict=True))


def install(app: Flask) -> None:
    """The filter `drawn` (strokes as lines), and `inks()`, `pens` and `sheet` (the view box)."""
    app.jinja_env.filters["drawn"] = draw
    app.jinja_env.globals.update(inks=inks, pens=PENS, sheet=f"0 0 {WIDTH} {HEIGHT}")
