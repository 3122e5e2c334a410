"""Cuts an answer into words with their offsets, and brings children's spelling to one form."""

import re
from dataclasses import dataclass

from consult.analysis.lexicon import key_by_item, read_list

# A word, a text face, or any one other character that is not a space. Nothing here can backtrack far.
_PIECE = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*|<3|[:;=]'?-?[)(DPp/]|\n|[^\s]")
_STRETCHED = re.compile(r"(.)\1{2,}")
_APOSTROPHES = str.maketrans("", "", "'’`")
# The selector that only picks the coloured form of an emoji, the joiner, and the skin tones.
_EMOJI_DRESS = frozenset("\ufe0e\ufe0f\u200d🏻🏼🏽🏾🏿")
_SPELLINGS = key_by_item("spellings")
_KNOWN = frozenset(
    word
    for name in ("moods", "themes")
    for phrases in read_list(name).values()
    for phrase in phrases
    for word in phrase.split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign: its normal form and where it stands in the text; "wanna" is two tokens at one place."""

    word: str
    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """The words and signs of `text` in order; a line break is a sign, other white space is not."""
    tokens = []
    for piece in _PIECE.finditer(text):
        said = piece.group()
        if said[0].isalnum():
            tokens += [Token(word, piece.start(), piece.end()) for word in normal_form(said).split()]
        elif said not in _EMOJI_DRESS:
            tokens.append(Token(said.lower(), piece.start(), piece.end()))
    return tokens


def normal_form(piece: str) -> str:
    """Small letters without apostrophes, stretched letters shortened, known misspellings put right.

    What children write as one word may be two ("wanna"): then with a space between.
    """
    word = piece.lower().translate(_APOSTROPHES)
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    stretched = _STRETCHED.search(word)
    if stretched is None or word.isdigit():
        return word
    twice, once = _STRETCHED.sub(r"\1\1", word), _STRETCHED.sub(r"\1", word)
    return _SPELLINGS.get(twice) or _SPELLINGS.get(once) or (twice if twice in _KNOWN else once)
