import pytest

from consult.booklet.yaml_file import read_yaml, write_yaml
from consult.settings import ROOT
from consult.store.editions import find_newest, list_editions
from consult.store.translations import find_translation

SHIPPED = ROOT / "consult" / "library" / "about-me-under-11.yaml"
SMALL = """\
key: small
audience: child
title: "Small"
sections:
  - key: only
    title: "Only"
    questions:
      - {key: happy, kind: words, text: "Why don't you agree that it is good?"}
"""


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def list_published(store, cast):
    with store.reading(cast.authority_id) as tx:
        return [(each.booklet.key, each.number) for each in list_editions(tx)]


def test_check_needs_neither_database_nor_key(run_nowhere, tmp_path):
    done = run_nowhere("booklet", "check", SHIPPED)
    assert (done.code, done.faults) == (0, [])
    assert done.told[-1].endswith("has no faults: 19 questions.")
    assert not (tmp_path / "instance").exists()


def test_check_gives_advice(run_nowhere, small):
    done = run_nowhere("booklet", "check", small)
    assert done.code == 0
    assert done.told[0].startswith("Advice: ")


def test_check_tells_every_fault_with_its_line(run_nowhere, small):
    small.write_text(SMALL.replace("words", "song").replace("audience: child", "audience: cat"), encoding="utf-8")
    done = run_nowhere("booklet", "check", small)
    assert done.code == 1
    assert [line.split(": ")[0] for line in done.faults] == [
        f"{small}, line 2, audience",
        f"{small}, line 8, sections[1].questions[1].kind",
        "Error",
    ]


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir(), lambda path: path.write_bytes(b"\xff")])
def test_a_file_that_cannot_be_read(run_nowhere, tmp_path, make):
    make(tmp_path / "it.yaml")
    done = run_nowhere("booklet", "check", tmp_path / "it.yaml")
    assert (done.code, len(done.faults), done.told) == (1, 1, [])
    assert "it.yaml" in done.faults[0]


def test_publish_export_check_publish_loses_nothing(run, store, cast, small, tmp_path):
    here = ("--authority", "larkshire")
    assert run("booklet", "publish", small, *here).told == ["small is published as edition 1."]
    assert run("booklet", "publish", small, *here).told == ["small is unchanged: edition 1 stays the newest."]
    assert run("booklet", "export", "small", "--output", tmp_path / "out.yaml", *here).code == 0
    assert run("booklet", "check", tmp_path / "out.yaml").code == 0
    assert run("booklet", "publish", tmp_path / "out.yaml", *here).told[-1].startswith("small is unchanged")
    small.write_text(SMALL.replace("Why don't", "Do"), encoding="utf-8")
    reworded = run("booklet", "publish", small, *here).told
    assert reworded[0].startswith("happy: Reworded")
    assert reworded[1] == "small is published as edition 2."
    old, _ = read_yaml("\n".join(run("booklet", "export", "small", "--edition", 1, *here).told))
    assert write_yaml(old) == (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert ("small", 2) in list_published(store, cast)


def test_publish_refuses(run, store, cast, small):
    run("booklet", "publish", small, "--authority", "larkshire")
    before = list_published(store, cast)
    small.write_text(SMALL.replace("words", "scale"), encoding="utf-8")
    done = run("booklet", "publish", small, "--authority", "larkshire")
    assert (done.code, len(done.faults)) == (1, 2)
    assert "happy" in done.faults[0]
    small.write_text(SMALL.replace("words", "song"), encoding="utf-8")
    assert run("booklet", "publish", small, "--authority", "larkshire").code == 1
    assert list_published(store, cast) == before


@pytest.mark.parametrize(
    "words", [("nothing",), ("after-review", "--edition", "7"), ("after-review", "--edition", "x")]
)
def test_export_of_what_is_not_there(run, words):
    done = run("booklet", "export", *words, "--authority", "larkshire")
    assert (done.code != 0, len(done.faults), done.told) == (True, 1, [])


def test_an_empty_database_has_the_shipped_booklets(run_empty):
    assert run_empty("booklet", "export", "about-me-under-11").told == SHIPPED.read_text(encoding="utf-8").splitlines()


BESIDE = """\
booklet: small
language: pl
state: draft
title: {en: "TITLE", to: "Mała"}
"""


def test_translations_beside_the_file_are_published_with_it(run, store, cast, small):
    here = ("--authority", "larkshire")
    title = read_yaml(small.read_text())[0].title
    beside = small.with_suffix(".pl.yaml")
    beside.write_text(BESIDE.replace("TITLE", title))
    told = run("booklet", "publish", small, *here).told
    assert "small in pl (draft) is published." in told
    assert any("pl, sections." in line and "missing" in line for line in told)
    assert "small in pl (draft) is unchanged." in run("booklet", "publish", small, *here).told
    beside.write_text(BESIDE.replace("TITLE", "Another title"))
    told = run("booklet", "publish", small, *here).told
    assert told[0].startswith("small is unchanged")
    assert "Advice: pl, title: stale, so it is shown in English." in told
    with store.reading(cast.authority_id) as tx:
        assert find_translation(tx, "small", "pl").sentences["title"].en == "Another title"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("title:", "subtitle:", "line 4"),
        ("language: pl", "language: ar", "named for another language"),
        ("small", "tall", "line 1"),
    ],
)
def test_a_translation_with_faults_stops_the_publishing(run, store, cast, small, before, after, words):
    small.with_suffix(".pl.yaml").write_text(BESIDE.replace(before, after, 1))
    for command in (("publish", small, "--authority", "larkshire"), ("check", small)):
        done = run("booklet", *command)
        assert done.code == 1
        assert any(words in line for line in done.faults)
    with store.reading(cast.authority_id) as tx:
        assert find_newest(tx, "small") is None
        assert find_translation(tx, "small", "pl") is None
