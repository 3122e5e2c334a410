"""`backup` and `restore`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click
from click import ClickException
from flask import current_app

from consult.actions.backing_up import back_up
from consult.actions.backing_up import restore as put_back
from consult.cli.ground import OneLine, actor, clearly, reason, writing_whole
from consult.settings import Settings
from consult.store.backup_file import BadBackup
from consult.web.house.premises import premises_of, the_store

_SENTENCES = {
    "not_a_backup": "{path} is not a backup that Consult made.",
    "other_key": "CONSULT_KEY is not the key that {path} was made with.",
    "damaged": "{path} was changed or cut off since it was made. Take another backup.",
    "other_schema": "{path} was made when the database was at {detail}. Restore it with a Consult of then.",
    "moved_on": "The database is at {detail}, which this Consult does not know. Use the one that it was upgraded to.",
    "not_empty": "This database holds an authority already. Restore only where nothing is yet.",
    "not_equal": "What the database gives back is not what {path} holds. Nothing was kept.",
}


@click.command(cls=OneLine)
@click.argument("file")
@clearly
def backup(file: str) -> None:
    """Write a copy of everything, of every authority, to FILE; only CONSULT_KEY opens it."""
    if _settings().new_root_key:
        raise ClickException("A backup has one key. Finish the rotation, then take CONSULT_KEY_NEW away.")
    with writing_whole(file) as target, _telling(file):
        back_up(the_store(), _settings().root_key, actor("backup"), target)
    click.echo(f"Everything is in {file}. Keep CONSULT_KEY in another place: without it nobody can read the copy.")


@click.command(cls=OneLine)
@click.argument("file")
@clearly
def restore(file: str) -> None:
    """Put what `backup` wrote to FILE into an empty database, and compare every row."""
    with _opening(file) as source, _telling(file):
        done = put_back(the_store(), _settings().root_key, actor("restore"), source)
    width = max(map(len, done.tables))
    for name, (rows, digest) in done.tables.items():
        click.echo(f"{name:<{width}} {rows:>9,}  {digest}")
    total = sum(rows for rows, _ in done.tables.values())
    click.echo(f"All {total:,} rows of {done.made_at} are back and as they were.")


def _settings() -> Settings:
    """The settings of the application at work."""
    return premises_of(current_app).settings


def _opening(path: str) -> BinaryIO:
    try:
        return Path(path).open("rb")
    except OSError as fault:
        raise ClickException(f"{path} cannot be read: {reason(fault)}.") from None


@contextmanager
def _telling(path: str) -> Iterator[None]:
    try:
        yield
    except BadBackup as fault:
        raise ClickException(_SENTENCES[fault.reason].format(path=path, detail=fault.detail)) from None
