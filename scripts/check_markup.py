"""Check the markup of every sample in the gallery, children's and staff's, with the Nu Html Checker.

    make markup

Not part of `make test`, because it needs Java. Ends non-zero if there is an error or a warning.
"""

import base64
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from consult.app import create_app
from consult.settings import ROOT, Settings
from consult.web.house.gallery import SAMPLES

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def write_samples(folder: Path) -> int:
    """Write every sample as an HTML file; how many there are."""
    environment = {
        "DATABASE_URL": f"sqlite:///{folder / 'empty.db'}",
        "CONSULT_KEY": base64.b64encode(bytes(32)).decode(),
        "SECRET_KEY": "for checking",
    }
    client = create_app(Settings(environment, folder, testing=True)).test_client()
    for name in SAMPLES:
        page = client.get(f"/gallery/{name}")
        if page.status_code != 200:
            raise SystemExit(f"{name} answers {page.status_code}")
        (folder / f"{name}.html").write_text(page.text, encoding="utf-8")
    return len(SAMPLES)


def main() -> None:
    """Say what is wrong, with the sample's name and line."""
    with tempfile.TemporaryDirectory() as folder:
        count = write_samples(Path(folder))
        done = subprocess.run(
            ["java", "-jar", str(CHECKER), "--skip-non-html", "--Werror", folder],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
        )
        print(done.stderr.replace(f"file:{folder}/", ""), end="")
    if done.returncode:
        raise SystemExit(done.returncode)
    print(f"{count} pages: no error, no warning.")


if __name__ == "__main__":
    main()
