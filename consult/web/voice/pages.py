"""What the report's page shows around the figures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A ready-made time, or a file to take away. `use`: what the file is good for."""

    label: str
    url: str
    current: bool = False
    use: str = ""


@dataclass(frozen=True, slots=True)
class VoicePage:
    """The period chooser. `start`, `end`: ISO days as typed; `fault`: what is wrong with them."""

    url: str
    start: str
    end: str
    quick: tuple[Link, ...]
    downloads: tuple[Link, ...]
    nearest: Link | None = None
    fault: str = ""
