"""The command line: `flask --app consult …` (docs/commands.md)."""

from flask import Flask

from consult.cli import (
    analysing,
    audit,
    authorities,
    backup,
    booklets,
    demo,
    importing,
    keys,
    retention,
    staff,
    translating,
    voice,
)


def install(app: Flask) -> None:
    """Add every command."""
    for command in (
        booklets.booklet,
        importing.import_,
        analysing.analyse,
        voice.voice,
        authorities.authority,
        demo.demo,
        staff.staff,
        translating.translate,
        keys.keys,
        audit.audit,
        retention.retention,
        backup.backup,
        backup.restore,
    ):
        app.cli.add_command(command)
