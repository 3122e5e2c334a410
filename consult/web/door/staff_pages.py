"""What the pages of staff sign-in show."""

from dataclasses import dataclass, field

from flask_babel import gettext as _
from markupsafe import Markup

from consult.store.passkeys import Passkey


@dataclass(frozen=True, slots=True)
class CodePage:
    """`door/staff_code.html`. `again`: the person is in, and proves it before something sensitive.

    `has_codes`: an app makes codes; without one they come by passkey or their organisation.
    """

    again: bool
    has_codes: bool
    errors: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SetUpPage:
    """`door/staff_set_up.html`. `square`: for the app's camera; `secret`: the same, to type."""

    square: Markup
    secret: str
    address: str
    errors: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinkPage:
    """`door/staff_link.html`: a new password by a one-use link, or in its place the `organisation`'s sign-in."""

    token: str
    name: str
    organisation: bool
    errors: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)


def say_password_fault(reason: str) -> str:
    """Why a password was not taken."""
    words = {
        "too_short": _("This is too short. Take 12 letters or more; three or four odd words together are good."),
        "too_long": _("This is too long. At most 128 letters fit."),
        "easy": _("This is guessed too easily. Take three or four words that have nothing to do with each other."),
        "twice": _("These two are not the same. Type the new password again in both."),
        "wrong": _("This is not your password."),
    }
    return str(words[reason])


def say_code_fault(reason: str) -> str:
    """Why a code was not taken."""
    words = {
        "wrong_code": _("This code does not count, or was used already. Wait for the next one and type that."),
        "wait": _("Too many tries. Wait 15 minutes, then try again."),
    }
    return str(words[reason])


@dataclass(frozen=True, slots=True)
class MePage:
    """`door/staff_me.html`. `has_codes`: an app makes codes for this person."""

    email: str
    has_codes: bool
    passkeys: list[Passkey]
    errors: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
