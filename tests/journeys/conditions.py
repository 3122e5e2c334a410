"""The conditions under which a child may meet a page; all are met after one load."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from playwright.sync_api import Page

from tests.journeys.axe import find_complaints
from tests.journeys.geometry import find_spills
from tests.journeys.sizes import HALF, NARROW, PHONE, TABLET

# The spacing of WCAG 1.4.12. Our content policy refuses inline styles, but not sheets that a script has made.
MEET = """({text, spaced, dusk, mirrored}) => {
  const sheet = new CSSStyleSheet();
  if (spaced) sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
  document.documentElement.style.fontSize = text;
  document.documentElement.dir = mirrored ? "rtl" : document.documentElement.lang === "ar" ? "rtl" : "ltr";
  document.body.classList.toggle("dusk", dusk);
}"""


@dataclass(frozen=True)
class Condition:
    """A window, and what a child or a device has chosen. `text`: size as CSS; `axe`: worth asking axe again."""

    name: str
    size: tuple[int, int]
    text: str = ""
    spaced: bool = False
    dusk: bool = False
    mirrored: bool = False
    forced: bool = False
    axe: bool = False


def _of(size: dict[str, int]) -> tuple[int, int]:
    return size["width"], size["height"]


TABLET_AND_PHONE = (
    Condition("tablet", _of(TABLET), axe=True),
    Condition("tablet, dusk, right to left", _of(TABLET), dusk=True, mirrored=True),
    Condition("phone", _of(PHONE)),
    Condition("phone, dusk, right to left", _of(PHONE), dusk=True, mirrored=True, axe=True),
)
HARDER = (
    Condition("phone, forced colours", _of(PHONE), forced=True),
    Condition("phone, text twice as large", _of(PHONE), text="200%"),
    Condition("640 px, text twice as large", _of(HALF), text="200%"),
    Condition("320 px, text apart", _of(NARROW), spaced=True),
    Condition("320 px", _of(NARROW)),
)
EVERY = (*TABLET_AND_PHONE, *HARDER)
BRIEFLY = (TABLET_AND_PHONE[-1], HARDER[-1])


def meet(page: Page, condition: Condition) -> None:
    """Bring a loaded page into a condition, out of any other."""
    width, height = condition.size
    if page.viewport_size != {"width": width, "height": height}:
        page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(forced_colors="active" if condition.forced else "none")
    page.evaluate(MEET, asdict(condition))


def find_faults_under(page: Page, conditions: Iterable[Condition]) -> Iterator[str]:
    """What is wrong with a page under each of the conditions, in words."""
    for condition in conditions:
        meet(page, condition)
        found = find_spills(page) + (find_complaints(page) if condition.axe else [])
        yield from (f"{condition.name}: {fault}" for fault in found)
