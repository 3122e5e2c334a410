"""What a question asks for, read from its wording: an answer means little without it."""

from dataclasses import dataclass
from functools import lru_cache

from consult.analysis.lexicon import read_list
from consult.analysis.patterns import Matcher
from consult.analysis.tokens import tokenise

# Questions that name no subject of their own to which every answer belongs.
OPEN_STANCES = frozenset({"likes", "worries", "changes", "wishes", "anything"})
_STANCES = Matcher(read_list("questions"))
_THEMES = Matcher(read_list("themes"))
_QUESTION_THEMES = Matcher(read_list("question_themes"))
_FIRST_WINS = tuple(read_list("questions"))
_READ_AT_MOST = 500


@dataclass(frozen=True, slots=True)
class Question:
    """How to read an answer: `stance` is a key of `questions.txt` or "about"; `themes` are the question's own."""

    stance: str = "about"
    themes: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether an answer has the question's themes only when it names none itself."""
        return self.stance in OPEN_STANCES


@lru_cache(maxsize=512)
def read_question(wording: str, themes: tuple[str, ...] = ()) -> Question:
    """The question behind `wording`; `themes` given by a booklet stand instead of guessed ones."""
    words = [token.word for token in tokenise(wording[:_READ_AT_MOST])]
    stances = {match.key for match in _STANCES.all(words)}
    stance = next((each for each in _FIRST_WINS if each in stances), "about")
    if not themes:
        found = [*_THEMES.all(words), *_QUESTION_THEMES.all(words)]
        themes = tuple(dict.fromkeys(match.key for match in found))
    return Question(stance, themes)
