"""`backup` and `restore` say what they did, or in one line why not."""

import base64
import stat

import pytest

import consult
from consult.settings import Settings
from tests.cli.conftest import _runner
from tests.fixtures.stores import ROOT_KEY


@pytest.fixture
def file(tmp_path):
    return tmp_path / "consult.backup"


def test_there_and_back(run, run_empty, file):
    done = run("backup", file)
    assert (done.code, len(done.told)) == (0, 1), done.faults
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir() if "backup" in each.name] == [file.name], "nothing half done"
    back = run_empty("restore", file)
    assert back.code == 0, back.faults
    assert back.told[-1].startswith("All ")
    assert any(line.split()[:2] == ["authority", "2"] for line in back.told)
    verified = run_empty("audit", "verify")
    assert (verified.code, len(verified.told)) == (0, 2)


def test_faults_are_one_line_each(run, run_empty, file, settings, tmp_path):
    assert run("backup", tmp_path / "no" / "where").faults[0].endswith("no such file or directory.")
    assert run("restore", file).faults[0].endswith("cannot be read: no such file or directory.")
    run("backup", file)
    assert run("restore", file).faults == [
        "Error: This database holds an authority already. Restore only where nothing is yet."
    ]
    file.write_bytes(file.read_bytes()[:-1])
    assert run_empty("restore", file).faults == [
        f"Error: {file} was changed or cut off since it was made. Take another backup."
    ]
    assert "authority" not in str(run_empty("restore", file).told)


def test_a_backup_waits_until_a_rotation_is_over(settings, store, file):
    both = {**settings.environment, "CONSULT_KEY_NEW": base64.b64encode(bytes(reversed(ROOT_KEY))).decode()}
    run = _runner(consult.create_app(Settings(both, settings.instance, testing=True), store=store))
    assert "Finish the rotation" in run("backup", file).faults[0]
    assert not file.exists()
