"""Where the house tests look."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "consult"
TEMPLATES = ROOT / "templates"
STATIC = ROOT / "static"


def find(folder: Path, pattern: str) -> list[Path]:
    """Files below a folder, at least one."""
    found = sorted(path for path in folder.rglob(pattern) if "__pycache__" not in path.parts)
    assert found, f"no {pattern} in {folder}"
    return found


def count_lines(path: Path) -> int:
    """Lines of a text file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def name(path: Path) -> str:
    """The path as people say it."""
    return str(path.relative_to(ROOT))
