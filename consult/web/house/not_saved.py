"""Words that could not be kept, on their way back to whoever typed them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotSavedPage:
    """`door/not_saved.html`: the visit had ended; the typed words come back to be copied."""

    words: str
