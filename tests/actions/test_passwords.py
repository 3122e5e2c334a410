"""New passwords: long, not guessed first, not made of what others know of the person."""

import pytest

from consult.actions.passwords import find_fault

KNOWN = ("Nia Evans", "nia.evans@larkshire.example", "consult.larkshire.example", "stepping stones")


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("otter fog 12", ""),
        ("x" * 11, "too_short"),
        ("otter ladder " * 12, "too_long"),
        ("password1234", "easy"),
        ("qwertyuiopas", "easy"),
        ("liverpool1234", "easy"),
        ("Nia.Evans.1984", "easy"),
        ("larkshire nia evans", "easy"),
        ("stepping stones 12", "easy"),
        ("aaaaaaaaaaaaaaaa", "easy"),
        ("otter ladder fog piano", ""),
        ("ńěżny wieloryb śpi", ""),
    ],
)
def test_what_can_be_a_new_password(password: str, fault: str) -> None:
    assert find_fault(password, *KNOWN) == fault
