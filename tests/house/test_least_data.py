"""What we do not ask for cannot be lost: no column for an address, a school or a carer's name."""

import re

import pytest
from sqlalchemy import Column, MetaData, Table, Text

from consult.store.tables import METADATA, child

FORBIDDEN = (
    "address addresses street postcode town school college nursery teacher carer carers foster placement parent "
    "mother father mum dad sibling surname family_name last_name middle_name maiden photo photograph face latitude "
    "longitude location place_of ip user_agent device nhs upn religion faith diagnosis allegation offence"
)
"""Words that no column's name may hold. `home_type` is a kind (foster, residential), never which home."""
NAMES = {
    "authority.name",
    "authority.cover_name",
    "staff.name",
    "role.name",
    "passkey.name",
    "child.first_name_sealed",
}
PHONES = {"authority.out_of_hours_phone", "authority.cover_phone"}
CHILD = {
    "id",
    "public_id",
    "authority_id",
    "ref",
    "wrapped_key",
    "first_name_sealed",
    "date_of_birth_sealed",
    "avatar",
    "pictures_mac",
    "wrong_pictures",
    "paused_until",
    "pictures_forgotten_at",
    "held_since",
    "held_because_sealed",
    "forgotten_at",
    "left_on",
    "language",
    "look",
    "text_size",
    "words_only",
    "pictures_off",
    "created_at",
}
"""Everything kept on a child. A new column is first a question for whoever answers for data protection."""


def find_forbidden(metadata: MetaData) -> set[str]:
    """`table.column` of every column whose name holds a forbidden word."""
    words = re.compile("|".join(rf"(?:^|_){word}(?:_|$)" for word in FORBIDDEN.split()))
    return {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.c
        if words.search(column.name)
    }


def columns_named(*parts: str) -> set[str]:
    """`table.column` of every column whose name holds one of these."""
    return {
        f"{table.name}.{column.name}"
        for table in METADATA.sorted_tables
        for column in table.c
        if any(part in column.name for part in parts)
    }


def test_no_column_asks_for_what_we_must_not_know() -> None:
    assert find_forbidden(METADATA) == set()


@pytest.mark.parametrize("name", ["address", "home_address", "school_name", "carer_name", "last_name", "ip"])
def test_the_control_such_a_column_is_found(name: str) -> None:
    metadata = MetaData()
    Table("child", metadata, Column(name, Text), Column("description", Text))
    assert find_forbidden(metadata) == {f"child.{name}"}


def test_a_child_has_these_columns_and_no_other() -> None:
    assert set(child.c.keys()) == CHILD


def test_names_and_numbers_are_those_of_the_service_and_one_sealed_first_name() -> None:
    assert columns_named("name") == NAMES
    assert columns_named("phone", "mobile") == PHONES
    assert columns_named("mail") == {"staff.email"}
