"""Every question of the editions in use, with how it was answered in each band."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from consult.booklet.model import AUDIENCES, Booklet, Option, Question
from consult.report.counts import BANDS, AnswerCount, Counts, OptionCount
from consult.report.lines import Line, draw_lines, options_of
from consult.report.share import Share

_BANDS_FOR = {"child": ("under-11",), "young_person": ("11-plus",)}
_AGES = {"under-11": range(11), "11-plus": range(11, 18)}


@dataclass(frozen=True, slots=True)
class Headline:
    """Options told as one total; an answer is in it once."""

    keys: tuple[str, ...]
    share: Share


@dataclass(frozen=True, slots=True)
class BandFigures:
    """How one band answered. `answered`, `skipped`: of asked. `options`: (key, share of answered)."""

    band: str
    editions: tuple[int, ...]
    asked: int
    answered: Share
    skipped: Share
    options: tuple[tuple[str, Share], ...]
    headline: Headline | None


@dataclass(frozen=True, slots=True)
class AskedIf:
    """A follow-up's condition: the earlier question, and the answers to it that lead here."""

    question: Question
    answers: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """One question of one booklet over its joined editions; `line` says how they were joined."""

    booklet: str
    line: Line
    asked_if: tuple[AskedIf, ...]
    bands: tuple[BandFigures, ...]

    @property
    def question(self) -> Question:
        """As worded in the newest edition in use."""
        return self.line.question

    @property
    def was_asked(self) -> bool:
        """Whether anybody reached it."""
        return any(band.asked for band in self.bands)


@dataclass(frozen=True, slots=True)
class BookletFigures:
    """One booklet: its newest title, the editions in use, and its questions in order."""

    key: str
    audience: str
    title: str
    editions: tuple[int, ...]
    questions: tuple[QuestionFigures, ...]

    @property
    def was_used(self) -> bool:
        """Whether anybody sent it."""
        return any(question.was_asked for question in self.questions)


@dataclass(frozen=True, slots=True)
class _Tally:
    """The counts of one booklet. Keys: (question, edition, band), with the state or the picked option after."""

    states: Counter[tuple[str, int, str, str]]
    picked: Counter[tuple[str, int, str, str]]


def build_booklets(counts: Counts) -> tuple[BookletFigures, ...]:
    """Booklets by whom they are for, then by key. ValueError where an answered edition is missing."""
    tallies = _tally(counts.answers, counts.options)
    editions: defaultdict[str, dict[int, Booklet]] = defaultdict(dict)
    for (key, number), booklet in counts.editions.items():
        editions[key][number] = booklet
    figures = [_one_booklet(key, editions[key], tallies[key]) for key in {**editions, **tallies}]
    return tuple(sorted(figures, key=lambda one: (AUDIENCES.index(one.audience), one.key)))


def _tally(answers: Iterable[AnswerCount], options: Iterable[OptionCount]) -> defaultdict[str, _Tally]:
    tallies: defaultdict[str, _Tally] = defaultdict(lambda: _Tally(Counter(), Counter()))
    for answer in answers:
        tallies[answer.booklet].states[answer.question, answer.edition, answer.band, answer.state] += answer.n
    for option in options:
        tallies[option.booklet].picked[option.question, option.edition, option.band, option.option] += option.n
    return tallies


def _one_booklet(key: str, editions: Mapping[int, Booklet], tally: _Tally) -> BookletFigures:
    answered = {edition for (_, edition, _, _), n in tally.states.items() if n}
    if not answered <= editions.keys():
        raise ValueError(f"Booklet {key} was answered in an edition that is not among the counts.")
    in_use = sorted({max(editions), *answered})
    newest = editions[in_use[-1]]
    lines = draw_lines(editions, in_use)
    return BookletFigures(
        key=key,
        audience=newest.audience,
        title=newest.title,
        editions=tuple(in_use),
        questions=tuple(_one_question(key, editions[line.newest], line, in_use, tally) for line in lines),
    )


def _one_question(key: str, booklet: Booklet, line: Line, in_use: Iterable[int], tally: _Tally) -> QuestionFigures:
    expected = _bands_expected(booklet, line.question)
    figures = [_one_band(band, line, in_use, tally) for band in BANDS]
    return QuestionFigures(
        booklet=key,
        line=line,
        asked_if=_conditions(booklet, line.question),
        bands=tuple(one for one in figures if one.asked or one.band in expected),
    )


def _bands_expected(booklet: Booklet, question: Question) -> tuple[str, ...]:
    """The bands for which a question that nobody was asked is still listed."""
    bands = _BANDS_FOR.get(booklet.audience, BANDS)
    return tuple(band for band in bands if any(map(question.fits_age, _AGES[band]))) or bands


def _one_band(band: str, line: Line, in_use: Iterable[int], tally: _Tally) -> BandFigures:
    key = line.question.key
    editions = [n for n in in_use if tally.states[key, n, band, "answered"] or tally.states[key, n, band, "skipped"]]
    answered = sum(tally.states[key, number, band, "answered"] for number in editions)
    skipped = sum(tally.states[key, number, band, "skipped"] for number in editions)
    picked = _picked_together(band, line, tally)
    headline = line.question.headline
    return BandFigures(
        band=band,
        editions=tuple(editions) or (line.newest,),
        asked=answered + skipped,
        answered=Share(answered, answered + skipped),
        skipped=Share(skipped, answered + skipped),
        options=tuple((one.key, Share(_with_any(picked, {one.key}), answered)) for one in line.options),
        headline=Headline(headline, Share(_with_any(picked, set(headline)), answered)) if headline else None,
    )


def _picked_together(band: str, line: Line, tally: _Tally) -> Counter[frozenset[str]]:
    picked: Counter[frozenset[str]] = Counter()
    for (question, edition, row_band, cell), n in tally.picked.items():
        if (question, row_band) == (line.question.key, band):
            picked[frozenset(line.now.get((edition, one), one) for one in cell.split("|"))] += n
    return picked


def _with_any(picked: Mapping[frozenset[str], int], wanted: set[str]) -> int:
    return sum(n for together, n in picked.items() if together & wanted)


def _conditions(booklet: Booklet, question: Question) -> tuple[AskedIf, ...]:
    found = []
    for condition in question.only_if:
        earlier = booklet.find(condition.question)
        if earlier is not None:
            options = {option.key: option for option in options_of(earlier)}
            found.append(AskedIf(earlier, tuple(options.get(one, Option(one, one)) for one in condition.any_of)))
    return tuple(found)
