"""The one door of this room: an answer goes in, a guess about it comes out."""

from collections.abc import Sequence

from consult.analysis.concern import THEME_OF_CONCERN, find_concerns
from consult.analysis.finding import Because, Finding, Mood, Utterance
from consult.analysis.mood import read_mood
from consult.analysis.patterns import Match
from consult.analysis.questions import Question, read_question
from consult.analysis.short_answers import denies_safety, mood_of_short_answer, read_short_answer
from consult.analysis.themes import named_themes, themes_of_question
from consult.analysis.tokens import Token, tokenise
from consult.booklet.themes import THEMES

# Kept with every stored finding: change it whenever rules or word lists change what comes out.
VERSION = "rules-1"
# An answer may hold 20,000 characters; whatever is longer is not read to its end.
READ_AT_MOST = 20_000
# Nobody reads more reasons than this for one answer.
REASONS_AT_MOST = 100
NOT_ASSESSED = Finding("not_assessed")


def analyse(utterance: Utterance) -> Finding:
    """The guess about one answer. Never raises, and takes time in proportion to the length of the text.

    Another language than English, a text mostly in another script, and a text without any word or sign of feeling
    are not assessed. Offsets count characters of `utterance.text`.
    """
    text = utterance.text[:READ_AT_MOST]
    if not _is_english(utterance.language) or _is_in_another_script(text):
        return NOT_ASSESSED
    tokens = tokenise(text)
    if not any(_says_something(token.word) for token in tokens):
        return NOT_ASSESSED
    words = [token.word for token in tokens]
    question = read_question(utterance.question_context, tuple(utterance.question_themes))
    short = read_short_answer(words)
    concerns = find_concerns(words)
    themes, why_themes = _themes(tokens, words, question, short, concerns)
    mood, why_mood = _mood(tokens, words, question, short, themes)
    why_concern = _concern(tokens, concerns) or _unsafe(tokens, question, short, mood)
    if why_concern and mood in ("neutral", "positive"):
        mood = "negative"
    return Finding(mood, themes, bool(why_concern), (*why_concern, *why_themes, *why_mood)[:REASONS_AT_MOST])


def _mood(
    tokens: Sequence[Token], words: Sequence[str], question: Question, short: str | None, themes: tuple[str, ...]
) -> tuple[Mood, list[Because]]:
    if short:
        return mood_of_short_answer(short, question.stance), [_because("mood:short-answer", tokens)]
    mood, weights = read_mood(words, question, themes)
    return mood, [_because(each.rule, tokens[each.first : each.last]) for each in weights]


def _themes(
    tokens: Sequence[Token], words: Sequence[str], question: Question, short: str | None, concerns: Sequence[Match]
) -> tuple[tuple[str, ...], list[Because]]:
    named = named_themes(words)
    for concern in concerns:
        if concern.key in THEME_OF_CONCERN:
            named.setdefault(THEME_OF_CONCERN[concern.key], concern)
    of_question = themes_of_question(question, tuple(named), short)
    because = [_because(f"theme:{key}", tokens[match.first : match.last]) for key, match in named.items()]
    because += [_because(f"theme-of-question:{key}", tokens) for key in of_question if key not in named]
    return tuple(theme for theme in THEMES if theme in named or theme in of_question), because


def _concern(tokens: Sequence[Token], concerns: Sequence[Match]) -> list[Because]:
    found = (_because(f"concern:{each.key}", tokens[each.first : each.last]) for each in concerns)
    return list(dict.fromkeys(found))


def _unsafe(tokens: Sequence[Token], question: Question, short: str | None, mood: Mood) -> list[Because]:
    """An answer to "do you feel safe" that comes to no, or not always."""
    is_unsafe = denies_safety(short, question.stance) if short else question.stance == "safe" and mood == "negative"
    return [_because("concern:not-safe", tokens)] if is_unsafe else []


def _because(rule: str, tokens: Sequence[Token]) -> Because:
    return Because(rule, tokens[0].start, tokens[-1].end)


def _is_english(language: str) -> bool:
    return language.strip().lower().replace("_", "-").split("-")[0] in ("en", "")


def _is_in_another_script(text: str) -> bool:
    """Whether more than half of the letters lie beyond Latin (whose last block before the Greek ends at U+024F)."""
    letters = [character for character in text if character.isalpha()]
    return sum(character > "\u024f" for character in letters) * 2 > len(letters)


def _says_something(word: str) -> bool:
    """Whether this is a word, a number, a text face or an emoji rather than punctuation."""
    return word[0].isalnum() or len(word) > 1 or word >= "\u2190"
