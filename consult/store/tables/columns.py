"""Column shapes that every table shares."""

import datetime as dt
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Integer, MetaData, String, TypeDecorator

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

Id = BigInteger().with_variant(Integer, "sqlite")


class Moment(TypeDecorator[dt.datetime]):
    """A moment, kept as UTC without zone on both databases, given back aware."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Any) -> dt.datetime | None:
        """Aware in, naive UTC down."""
        return None if value is None else value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value: dt.datetime | None, dialect: Any) -> dt.datetime | None:
        """Naive UTC up, aware out."""
        return None if value is None else value.replace(tzinfo=dt.UTC)


def identity() -> Column[int]:
    """The row's number, never shown."""
    return Column("id", Id, primary_key=True, autoincrement=True)


def public_identity() -> Column[str]:
    """The random id that addresses carry."""
    return Column("public_id", String(24), nullable=False, unique=True)


def owner() -> Column[int]:
    """The authority that owns the row."""
    return Column("authority_id", Id, ForeignKey("authority.id"), nullable=False, index=True)


def reference(table: str, *, name: str = "", nullable: bool = False, index: bool = True) -> Column[Any]:
    """A foreign key to another table's row."""
    return Column(name or f"{table}_id", Id, ForeignKey(f"{table}.id"), nullable=nullable, index=index)


def moment(name: str, *, nullable: bool = True) -> Column[Any]:
    """A point in time."""
    return Column(name, Moment, nullable=nullable)
