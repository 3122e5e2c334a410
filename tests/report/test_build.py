"""Returns, participation, themes, the first facts, and a whole report."""

from datetime import date

import pytest

from consult.report.build import build_report
from consult.report.counts import AnswerCount, Counts, OptionCount, ReviewCount, ThemeBooklets, ThemeCount
from consult.report.participation import count_attended
from consult.report.period import Period
from consult.report.share import Share
from tests.report.booklets import booklet, choice

QUARTER = Period(date(2014, 7, 1), date(2014, 9, 30))
NOTHING = Counts((), (), (), (), (), {})


def report(**given):
    return build_report(
        QUARTER,
        "internal",
        Counts(
            **{
                **{"reviews": (), "answers": (), "options": (), "themes": (), "theme_booklets": (), "editions": {}},
                **given,
            }
        ),
    )


def test_each_review_has_one_outcome_and_bands_add_up():
    under, over, everyone = report(
        reviews=(
            ReviewCount("under-11", "too_young", "PN0", True, 3),
            ReviewCount("under-11", "returned", "PN1", True, 2),
            ReviewCount("11-plus", "returned", "", False, 1),
            ReviewCount("11-plus", "never_invited", "", False, 4),
            ReviewCount("11-plus", "declined", "", False, 1),
            ReviewCount("11-plus", "started", "", False, 2),
            ReviewCount("11-plus", "no_answer", "", False, 3),
        )
    ).returns
    assert (under.band, over.band, everyone.band) == ("under-11", "11-plus", "all")
    assert (under.reviews, over.reviews, everyone.reviews) == (5, 11, 16)
    assert over.why_not_returned == {"never_invited": 4, "declined": 1, "started": 2, "no_answer": 3}
    assert (everyone.not_returned.count, everyone.not_returned.percent) == (10, 63)
    assert (under.returned_of_old_enough.percent, over.returned_of_old_enough.percent) == (100, 9)
    assert (everyone.old_enough.count, everyone.invited.count, everyone.begun.count) == (13, 9, 5)


def test_participation_is_of_reviews_held_with_a_code():
    codes = report(
        reviews=(
            ReviewCount("under-11", "too_young", "PN0", True, 2),
            ReviewCount("11-plus", "returned", "PN1", True, 1),
            ReviewCount("11-plus", "returned", "PN6", True, 5),
            ReviewCount("11-plus", "returned", "", True, 50),
            ReviewCount("11-plus", "returned", "PN1", False, 50),
        )
    ).participation
    assert [one.code for one in codes] == ["PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"]
    by_code = {one.code: one for one in codes}
    assert count_attended(codes) == Share(1, 6)
    assert by_code["PN0"].all.percent == 25
    assert by_code["PN0"].old_enough is None
    assert (by_code["PN1"].all.percent, by_code["PN1"].old_enough.percent) == (13, 17)
    assert (by_code["PN6"].all.count, by_code["PN7"].all.count) == (5, 0)


def test_themes_most_written_about_first_and_a_band_without_any_is_left_out():
    themes = report(
        themes=(
            ThemeCount("pets", "under-11", "positive", 2),
            ThemeCount("family_contact", "11-plus", "negative", 3),
            ThemeCount("family_contact", "11-plus", "not_assessed", 1),
        ),
        theme_booklets=(ThemeBooklets("pets", "under-11", 1), ThemeBooklets("family_contact", "11-plus", 3)),
    ).themes
    assert [(one.theme, one.band, one.answers, one.booklets) for one in themes] == [
        ("family_contact", "11-plus", 4, 3),
        ("pets", "under-11", 2, 1),
    ]
    assert themes[0].mood == {"positive": 0, "negative": 3, "neutral": 0, "mixed": 0, "not_assessed": 1}


def test_top_totals_are_the_highest_with_enough_answers():
    def counted(key, n, no):
        return AnswerCount("b", 1, key, "under-11", "answered", n), OptionCount("b", 1, key, "under-11", "no", no)

    rows = [counted("low", 20, 2), counted("few", 9, 9), counted("high", 10, 8), counted("none", 30, 0)]
    asked = [choice(key, "yes", "no", headline=("no",)) for key in ("low", "few", "high", "none")]
    totals = report(
        answers=tuple(answer for answer, _ in rows),
        options=tuple(option for _, option in rows),
        editions={("b", 1): booklet("b", "child", *asked)},
    ).top_totals
    assert [one.question.question.key for one in totals] == ["high", "low"]


def test_an_empty_period_is_a_report_too():
    empty = build_report(QUARTER, "internal", NOTHING)
    assert empty.is_empty
    assert empty.all_returns.returned.percent is None
    assert {one.all.percent for one in empty.participation} == {None}
    assert empty.booklets == ()


def test_a_period_has_its_days_in_order():
    with pytest.raises(ValueError, match="last day"):
        Period(date(2014, 7, 2), date(2014, 7, 1))
    assert Period(date(2014, 7, 1), date(2014, 7, 1)).start == date(2014, 7, 1)


def test_an_unknown_mode_is_refused():
    with pytest.raises(ValueError, match="everyone"):
        build_report(QUARTER, "everyone", NOTHING)
