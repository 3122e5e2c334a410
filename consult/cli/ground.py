"""What commands stand on: the open store, the authority meant, files whole or not at all, one clear line on a fault."""

import functools
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, ParamSpec, TypeVar

import click
from click import ClickException
from flask.cli import with_appcontext

from consult.actions.publishing import ensure_authority
from consult.settings import BadSetting
from consult.store.audit import Actor
from consult.store.authorities import Authority, list_authorities
from consult.store.database import TROUBLE, Store
from consult.store.sealing import Unopened
from consult.web.house.premises import the_store

P = ParamSpec("P")
R = TypeVar("R")

on_authority = click.option("--authority", "key", metavar="KEY", help="Which authority, where there are several.")


class OneLine(click.Command):
    """A command that says in one line what is wrong with how it was called."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """As click does, without the usage around the fault."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as fault:
            raise ClickException(fault.format_message()) from None


class OneLineGroup(click.Group):
    """A group of such commands."""

    command_class = OneLine


def clearly(command: Callable[P, R]) -> Callable[P, R]:
    """Run inside the application; what can go wrong around a command becomes one line."""

    @functools.wraps(command)
    def told(*given: P.args, **named: P.kwargs) -> R:
        try:
            return command(*given, **named)
        except BadSetting as fault:
            raise ClickException(str(fault)) from None
        except Unopened:
            raise ClickException("CONSULT_KEY is not the key that this database was made with.") from None
        except (*TROUBLE, OSError):
            raise ClickException("The database cannot be reached or used. DATABASE_URL says where it is.") from None

    return with_appcontext(told)


def actor(command: str) -> Actor:
    """The command that acts, for the audit row."""
    return Actor("command", command)


def open_authority(key: str | None, command: str) -> tuple[Store, Authority]:
    """The store and the authority meant; an empty database gets its one authority."""
    store = the_store()
    meant = list_meant(store, key, command)
    if len(meant) > 1:
        keys = ", ".join(each.key for each in meant)
        raise ClickException(f"There are several authorities. Say which with --authority: {keys}.")
    return store, meant[0]


def list_meant(store: Store, key: str | None, command: str) -> list[Authority]:
    """The authority with this key, or every one; an empty database gets its one authority."""
    ensure_authority(store, actor(command))
    with store.engine.connect() as connection:
        known = list_authorities(connection)
    found = [each for each in known if key in (None, each.key)]
    if not found:
        raise ClickException(f"There is no authority “{key}”. There are: {', '.join(each.key for each in known)}.")
    return found


def read_file(path: str) -> bytes:
    """What is in a file."""
    try:
        return Path(path).read_bytes()
    except OSError as fault:
        raise ClickException(f"{path} cannot be read: {reason(fault)}.") from None


def read_text(path: str) -> str:
    """The words in a file."""
    try:
        return read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ClickException(f"{path} is not UTF-8 text.") from None


def write_file(path: str, content: str | bytes) -> None:
    """Put the file there whole, or leave what was there as it was."""
    with writing_whole(path) as file:
        file.write(content.encode() if isinstance(content, str) else content)


@contextmanager
def writing_whole(path: str) -> Iterator[BinaryIO]:
    """A file, for its owner only, that takes the place of what was there when all of it is on disk."""
    target = Path(path)
    if target.is_dir():
        raise ClickException(f"{path} cannot be written: it is a folder.")
    temporary = ""
    try:
        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with open(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except OSError as fault:
        raise ClickException(f"{path} cannot be written: {reason(fault)}.") from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def tell_faults(faults: Iterable[object], afterwards: str) -> NoReturn:
    """Every fault on its own line, then what that means; the command has failed."""
    for fault in faults:
        click.echo(str(fault), err=True)
    raise ClickException(afterwards)


def reason(fault: OSError) -> str:
    """Why a file could not be used, in a few words."""
    return (fault.strerror or "unknown reason").lower()
