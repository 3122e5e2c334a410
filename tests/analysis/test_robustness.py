import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.analysis.analyse import REASONS_AT_MOST, analyse
from consult.analysis.finding import Utterance
from tests.analysis import scores

MEGABYTE = 1_000_000


@given(st.text(), st.text(), st.text(max_size=5))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_never_raises_and_reasons_stay_inside_the_text(text, question, language):
    finding = analyse(Utterance(text, question, language if language.isalpha() else "en"))
    assert all(0 <= each.start < each.end <= len(text) for each in finding.because)


@pytest.mark.parametrize(
    "piece", ["a", "a'", "not ", "bad,", "but ", "scared of ", "sad i was, now ", "😀", "(", "\x00", "\ud800", "=)"]
)
def test_a_megabyte_takes_no_longer_than_its_beginning(piece):
    text = piece * (MEGABYTE // len(piece))
    begun = time.process_time()
    finding = analyse(Utterance(text, "Do you feel safe?"))
    assert time.process_time() - begun < 2  # measured: 0.3 s and less
    assert len(finding.because) <= REASONS_AT_MOST


def test_speed():
    rows = scores.labelled_sample()
    scores.findings(rows)
    begun = time.process_time()
    scores.findings(rows * 3)
    assert len(rows) * 3 / (time.process_time() - begun) > 1000  # measured: about 5,000 a second
