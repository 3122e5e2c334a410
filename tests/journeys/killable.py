"""A real gunicorn that can be killed and started again, for tests about what survives."""

import base64
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.fixtures.stores import ROOT_KEY
from tests.house.files import ROOT

SECRET = "only for tests"


def find_free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@dataclass
class Server:
    """gunicorn as `make serve` runs it, on the test's own database; killed and started again on the same port."""

    url: str
    port: int = field(default_factory=find_free_port)
    running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Until it listens."""
        settings = {
            "DATABASE_URL": self.url,
            "CONSULT_KEY": base64.b64encode(ROOT_KEY).decode(),
            "SECRET_KEY": SECRET,
            "CONSULT_DEMO": "1",  # plain http
            "PORT": str(self.port),
        }
        gunicorn = [str(Path(sys.executable).with_name("gunicorn")), "--config", "python:consult.serving"]
        self.running = subprocess.Popen(gunicorn, cwd=ROOT, env=os.environ | settings, start_new_session=True)
        self._wait(listening=True)

    def kill(self) -> None:
        """kill -9, master and workers."""
        if self.running is not None:
            os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()
            self.running = None
            self._wait(listening=False)  # its workers may take a moment longer to go

    def _wait(self, *, listening: bool) -> None:
        for _ in range(400):
            with socket.socket() as knock:
                if (knock.connect_ex(("127.0.0.1", self.port)) == 0) is listening:
                    return
            time.sleep(0.05)
        raise TimeoutError(f"The server does not {'start' if listening else 'end'}.")
