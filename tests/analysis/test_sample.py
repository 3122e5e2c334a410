"""The labelled sample as a whole. It has been read while the word lists were written: a floor, not a proof."""

import pytest

from consult.booklet.themes import THEMES
from tests.analysis import scores

ROWS = scores.labelled_sample()
FOUND = scores.findings(ROWS)


def test_the_sample_is_labelled_throughout():
    assert len(ROWS) >= 60
    assert len({row["id"] for row in ROWS}) == len({row["text"] for row in ROWS}) == len(ROWS)
    assert {row["sentiment"] for row in ROWS} == set(scores.MOODS)
    assert {theme for row in ROWS for theme in row["themes"]} <= set(THEMES)


def test_mood_is_far_better_than_textblob_alone():
    assert scores.mood_macro_f1(ROWS, FOUND) >= 0.85
    assert scores.mood_macro_f1(ROWS, scores.textblob_alone(ROWS)) < 0.6


def test_good_is_seldom_called_bad_or_the_reverse():
    assert scores.wrong_way_round(ROWS, FOUND) <= 0.05


def test_themes():
    assert scores.themes_micro_f1(ROWS, FOUND) >= 0.85


def test_concerns_are_found_without_flagging_everything():
    assert scores.concern_recall(ROWS, FOUND) >= 0.9
    assert scores.share_flagged(FOUND) <= 0.15


def test_every_reason_points_at_words_of_the_answer():
    for row, found in zip(ROWS, FOUND, strict=True):
        for because in found.because:
            said = row["text"][because.start : because.end]
            assert said, (row["id"], because)
            assert said == said.strip(), (row["id"], because)
    assert sum(not each.because for each in FOUND) <= len(ROWS) / 10


@pytest.mark.parametrize("measure", [scores.mood_macro_f1, scores.themes_micro_f1])
def test_the_measures_can_fail(measure):
    assert measure(ROWS, FOUND[1:] + FOUND[:1]) < 0.5
