"""`keys rotate`."""

import base64

import consult
from consult.settings import Settings
from tests.cli.conftest import _runner

NEW = base64.b64encode(bytes(range(32, 64))).decode()


def run_with(settings, **changes):
    """A command line whose environment is a little different."""
    return _runner(consult.create_app(Settings({**settings.environment, **changes}, settings.instance)))


def test_without_a_new_root_key(run):
    done = run("keys", "rotate")
    assert done.code == 0
    assert done.told == [
        "New keys for 2 authorities: wrapped anew for 2 children, 2 reviews, 2 cards.",
        "The root key is as before. CONSULT_KEY_NEW or CONSULT_KEY_NEW_FILE replaces it.",
    ]
    assert run("audit", "verify").code == 0


def test_with_one_the_old_is_of_no_use_any_more(settings, database):
    done = run_with(settings, CONSULT_KEY_NEW=NEW)("keys", "rotate")
    assert done.code == 0
    assert "Now start the service with the new key as CONSULT_KEY" in done.told[1]
    late = run_with(settings)("audit", "verify")
    assert late.faults == ["Error: CONSULT_KEY is not the key that this database was made with."]
    assert run_with(settings, CONSULT_KEY=NEW)("audit", "verify").code == 0


def test_a_new_key_in_a_file(settings, database, tmp_path):
    path = tmp_path / "new_key"
    path.write_text(NEW)
    assert run_with(settings, CONSULT_KEY_NEW_FILE=str(path))("keys", "rotate").code == 0
    assert run_with(settings, CONSULT_KEY=NEW)("audit", "verify").code == 0


def test_a_new_key_that_is_none_is_told_and_nothing_changes(settings, database):
    for value, name in (("c2hvcnQ=", "CONSULT_KEY_NEW"), ("/no/such/file", "CONSULT_KEY_NEW_FILE")):
        done = run_with(settings, **{name: value})("keys", "rotate")
        assert (done.code, len(done.faults)) == (1, 1)
        assert name in done.faults[0]
    assert run_with(settings)("audit", "verify").code == 0
