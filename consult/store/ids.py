"""Random public ids and visit tokens."""

import hashlib
import re
import secrets

_PAPER = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def make_public_id() -> str:
    """16 url-safe characters, 96 bits: nobody guesses a neighbour."""
    return secrets.token_urlsafe(12)


def make_token() -> str:
    """A visit's secret, 256 bits."""
    return secrets.token_urlsafe(32)


def paper_code(public_id: str) -> str:
    """What stands on every page of a paper booklet, `K7QM-2H`: finds the review, and tells nobody anything else.

    Worked from the review's random public id, so that nothing is kept for it. No 0, O, 1, I or L is in it.
    """
    hashed = hashlib.sha256(f"paper:{public_id}".encode()).digest()
    letters = "".join(_PAPER[int.from_bytes(hashed[at : at + 4]) % len(_PAPER)] for at in range(0, 24, 4))
    return f"{letters[:4]}-{letters[4:]}"


def is_paper_code(typed: str, public_id: str) -> bool:
    """Whether somebody typed this review's code, however they spaced it, or the whole foot of a page."""
    return re.sub(r"[\s-]", "", typed.partition("·")[0]).upper() == paper_code(public_id).replace("-", "")
