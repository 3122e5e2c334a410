"""`retention run` says what it did, what waits and why; `--look` destroys nothing."""

import datetime as dt

from consult.actions import filing, reading
from tests.actions.deeds import begin, send_all
from tests.cli.conftest import Run
from tests.fixtures.cast import Cast

HERE = ("--authority", "larkshire")


def test_retention_run(run: Run, store, cast: Cast, clock) -> None:
    send_all(store, begin(store, cast.sam), "zebra")
    assert run("retention", "run", *HERE).told == [
        "Destroyed: words 0, keys of reviews 0, names of children 0.",
        "Nothing waits.",
    ]
    clock.moment += dt.timedelta(days=400)
    assert run("retention", "run", "--look", *HERE).told == [
        "Due and ready to go: 0. Nothing was destroyed.",
        "Nothing waits.",
    ]
    clock.moment += dt.timedelta(days=60)
    waiting = [
        "Still here though their time is over: 1",
        "  booklet of 2026-12-08, Amira Hassan's, due since 2028-02-08: it was never put on the child's file",
    ]
    assert run("retention", "run", *HERE).told[1:] == waiting
    reading.read_review(store, cast.officer, cast.sam.review_id)
    filing.file_review(store, cast.officer, cast.sam.review_id)
    assert run("retention", "run", "--look", *HERE).told == [
        "Due and ready to go: 1. Nothing was destroyed.",
        "Nothing waits.",
    ]
    assert run("retention", "run", *HERE).told[0] == "Destroyed: words 1, keys of reviews 1, names of children 1."
