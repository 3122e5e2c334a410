"""What the children's sign-in pages show: plain values that views fill and templates read."""

from dataclasses import dataclass

from consult.web.house.catalogues import Language

PICTURES = ("sun", "boat", "apple", "fish", "ball", "star", "leaf", "moon", "drum", "key", "house", "umbrella")
"""Secret picture keys; `k-<key>` in the art file."""

NOTES = (
    "not_a_number",
    "unknown_card",
    "replaced_card",
    "wrong_pictures",
    "pick_three",
    "pick_avatar",
    "wait",
    "locked",
    "signed_out",
    "away",
    "saved_away",
    "told_away",
    "kept",
    "english_only",
)
"""Codes that `note` may hold; `components/door_note.html` words them. Empty means none."""

LEAVING_NOTES = ("signed_out", "kept")
"""Those that the address of the first page may ask for."""

ARRIVING_NOTES = ("english_only", "away", "saved_away", "told_away")
"""Those that the address of the page after the card may ask for."""


@dataclass(frozen=True, slots=True)
class CardPage:
    """`door/card.html`. Form to door.card: `number`. `number`: what was typed; `note`: one of NOTES.

    Form to door.choose_language: `language`, a tag of `languages`, which is empty where there is English only.
    """

    number: str = ""
    note: str = ""
    languages: tuple[Language, ...] = ()


@dataclass(frozen=True, slots=True)
class MePage:
    """`door/me.html`. Form to door.me: `me` is yes or no."""

    first_name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class AvatarPage:
    """`door/avatar.html`. Form to door.avatar: `avatar`, one of AVATARS."""

    first_name: str
    picked: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PicturesPage:
    """`door/pictures.html`. Form to door.pictures: `p`, three of PICTURES. `choosing`: the first time.

    Ever after also forms to door.me, for another child, and to door.forget.
    """

    first_name: str
    choosing: bool
    picked: tuple[str, ...] = ()
    note: str = ""
