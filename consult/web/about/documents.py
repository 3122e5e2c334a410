"""The papers for adults: Markdown in docs/about, read once at start and shown as pages."""

from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

from consult.settings import ROOT

FOLDER = ROOT / "docs" / "about"
ORDER = ("privacy", "accessibility", "mood-and-concern", "impact-assessment", "processing")
"""As the index lists them."""


@dataclass(frozen=True, slots=True)
class Document:
    """One paper. `body`: our own Markdown as HTML, without its title; raw HTML in it is shown, not obeyed."""

    name: str
    title: str
    lead: str
    body: Markup


def read_documents(folder: Path = FOLDER) -> dict[str, Document]:
    """Name -> paper, in order. Each begins with `# title`, an empty line and a paragraph that says what it is."""
    return {name: _read(folder / f"{name}.md") for name in ORDER}


def _read(path: Path) -> Document:
    title, lead, body = path.read_text(encoding="utf-8").split("\n\n", 2)
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(body)
    return Document(path.stem, title.removeprefix("# "), " ".join(lead.split()), Markup(html))  # noqa: S704
