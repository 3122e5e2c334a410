"""Rounding, exact halves above all."""

from fractions import Fraction
from math import floor

import pytest

from consult.report.share import Share, percent


@pytest.mark.parametrize(
    ("count", "base", "expected"),
    [(1, 8, 13), (3, 8, 38), (5, 8, 63), (1, 40, 3), (1, 200, 1), (199, 200, 100), (9, 200, 5), (33, 200, 17)],
)
def test_an_exact_half_goes_up(count, base, expected):
    assert percent(count, base) == expected


@pytest.mark.parametrize(("count", "base", "expected"), [(0, 7, 0), (7, 7, 100), (1, 3, 33), (2, 3, 67), (1, 201, 0)])
def test_everything_else_goes_to_the_nearest(count, base, expected):
    assert percent(count, base) == expected


def test_nothing_of_nothing_has_no_percentage():
    assert Share(0, 0).percent is None


def test_no_count_is_too_large():
    # 1/200 more than a half of 10**20: a float would lose it.
    base = 10**22
    assert percent(base // 200 * 101 - 1, base) == 50
    assert percent(base // 200 * 101, base) == 51


def test_agrees_with_fractions():
    for base in range(1, 60):
        for count in range(base + 1):
            assert percent(count, base) == floor(Fraction(100 * count, base) + Fraction(1, 2))
