"""The command line: `flask --app consult …` (docs/commands.md)."""

from flask import Flask

from consult.cli import analysing, authorities, booklets, demo, importing, translating, voice


def install(app: Flask) -> None:
    """Add every command."""
    for command in (
        booklets.booklet,
        importing.import_,
        analysing.analyse,
        voice.voice,
        authorities.authority,
        demo.demo,
        translating.translate,
    ):
        app.cli.add_command(command)
