"""The pages at the door. A file of its own: the files of one run are shared out."""

from tests.journeys.closely import find_faults_of
from tests.journeys.conftest import OpenPage


def test_every_page_fits_and_can_be_heard_and_reached(open_sample: OpenPage) -> None:
    faults = find_faults_of("door", open_sample)
    assert not faults, "\n".join(faults)
