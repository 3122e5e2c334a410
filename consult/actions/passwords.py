"""What a new password must be: long, and not one that is guessed first (OWASP ASVS 5.0, 6.2)."""

import re

from zxcvbn import zxcvbn

SHORTEST, LONGEST = 12, 128
LOOKED_AT = 72
"""Letters that the guesser looks at; what is longer is no easier."""
LEFT = 6
"""So many letters must be there beside words that others know of the person."""
HARD_ENOUGH = 3
"""Of 4: out of reach for whoever guesses by lists, names, dates and neighbouring keys."""


def find_fault(password: str, *known: str) -> str:
    """Why this cannot be a new password: too_short, too_long, easy; blank where it can.

    `known`: words that others know of the person (name, e-mail, service) and would try first.
    """
    if len(password) < SHORTEST:
        return "too_short"
    if len(password) > LONGEST:
        return "too_long"
    words = {part for text in known for part in re.findall(r"\w{3,}", text.lower())}
    guessed = zxcvbn(password[:LOOKED_AT], user_inputs=sorted(words))
    left = re.sub("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "$", "", password.lower())
    if guessed["score"] < HARD_ENOUGH or len(re.findall(r"\w", left)) < LEFT:
        return "easy"
    return ""
