"""Random public ids and visit tokens."""

import secrets


def make_public_id() -> str:
    """16 url-safe characters, 96 bits: nobody guesses a neighbour."""
    return secrets.token_urlsafe(12)


def make_token() -> str:
    """A visit's secret, 256 bits."""
    return secrets.token_urlsafe(32)
