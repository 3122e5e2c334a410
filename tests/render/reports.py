"""One small report with every block in it."""

from datetime import date

from consult.booklet.model import Condition, Question
from consult.report.build import build_report
from consult.report.counts import AnswerCount, Counts, OptionCount, ReviewCount, ThemeBooklets, ThemeCount
from consult.report.period import Period
from tests.report.booklets import booklet, choice

PERIOD = Period(date(2014, 7, 1), date(2014, 9, 30))
EMPTY = build_report(PERIOD, "internal", Counts((), (), (), (), (), {}))


def small_report(text="Are you happy where you live?"):
    home = choice("happy_home", "yes", "no", "unsure", text=text, headline=("no", "unsure"))
    more = choice("who", "mum", "dad", text="Who helps?", kind="choices", only_if=(Condition("happy_home", ("no",)),))
    words = Question("more", "words", "What would be better?")
    unasked = choice("unasked", "yes", "no", text="Nobody reached this")
    editions = {
        ("b", 1): booklet("b", "young_person", choice("happy_home", "yep", "no", "unsure", text="Old wording")),
        ("b", 2): booklet(
            "b",
            "young_person",
            choice("happy_home", ("yes", ("yep",)), "no", "unsure", text=text, headline=("no", "unsure")),
            more,
            words,
            Question("face", "faces", "How was it?"),
            unasked,
        ),
        ("p", 1): booklet("p", "parent", home),
    }

    def answered(edition, key, n, state="answered"):
        return AnswerCount("b", edition, key, "11-plus", state, n)

    def picked(edition, key, option, n):
        return OptionCount("b", edition, key, "11-plus", option, n)

    return build_report(
        PERIOD,
        "internal",
        Counts(
            reviews=(
                ReviewCount("under-11", "too_young", "PN0", True, 4),
                ReviewCount("11-plus", "returned", "PN1", True, 16),
                ReviewCount("11-plus", "declined", "PN7", True, 4),
            ),
            answers=(
                answered(1, "happy_home", 4),
                answered(2, "happy_home", 12),
                answered(2, "happy_home", 1, "skipped"),
                answered(2, "who", 3),
                answered(2, "more", 5),
                answered(2, "face", 8),
            ),
            options=(
                picked(1, "happy_home", "yep", 4),
                picked(2, "happy_home", "yes", 8),
                picked(2, "happy_home", "no", 3),
                picked(2, "happy_home", "unsure", 1),
                picked(2, "who", "mum|dad", 2),
                picked(2, "who", "mum", 1),
                picked(2, "face", "good", 8),
            ),
            themes=(ThemeCount("family_contact", "11-plus", "negative", 3), ThemeCount("pets", "11-plus", "mixed", 1)),
            theme_booklets=(ThemeBooklets("family_contact", "11-plus", 2), ThemeBooklets("pets", "11-plus", 1)),
            editions=editions,
        ),
    )
