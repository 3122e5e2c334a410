"""Every page that children meet: samples of the gallery that are looked at more closely than the rest."""

from consult.web.house import samples_child

KINDS = ("choice", "choices", "pictures", "faces", "steps", "scale", "words", "people", "drawing")
BOTH_BANDS = (
    *(f"ask-{kind}" for kind in KINDS),
    *("ask-note-nothing_picked", "ask-english", "ask-recorded"),
    *("start", "start-begun", "check-some", "check-sent", "check-shared", "done-read", "declined"),
    *("home", "home-told", "told", "help-cover", "alerted", "language", "looks", "helper", "for-helper", "error"),
)
DOOR = ("card-languages", "me", "avatar", "pictures-choose", "pictures", "not-saved", "today")
PAGES = {"u11": BOTH_BANDS, "t11": BOTH_BANDS, "door": DOOR}


def pages_of(*sides: str) -> list[str]:
    """Names of the pages of these sides: u11, t11, door."""
    return [f"{side}-{name}" for side in sides for name in PAGES[side]]


def samples_of(side: str) -> list[str]:
    """Names of all samples of a side: the pages, and more of their states."""
    return sorted(name for name in samples_child.samples() if name.startswith(f"{side}-"))


def is_one_of_many(name: str) -> bool:
    """Whether a sample differs from a page by the sentence of a note only."""
    return name not in pages_of(*PAGES) and ("-note-" in name or name.startswith("door-card-"))
