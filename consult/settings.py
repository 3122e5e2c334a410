"""Settings from the environment; docs/running-it.md names every one."""

import base64
import binascii
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The repository: templates/, static/, translations/ and instance/ stand here."""


class BadSetting(Exception):
    """A setting is missing or wrong; the text is one plain sentence for whoever runs the service."""


@dataclass(frozen=True)
class Settings:
    """What the environment decides. `root_key` and `secret_key` are read only when first needed."""

    environment: Mapping[str, str]
    instance: Path
    testing: bool = False

    @classmethod
    def from_environment(cls) -> "Settings":
        """The settings of this process."""
        return cls(dict(os.environ), ROOT / "instance")

    @cached_property
    def database_url(self) -> str:
        """SQLAlchemy URL; PostgreSQL without a driver means psycopg 3."""
        url = self.environment.get("DATABASE_URL") or f"sqlite:///{self.instance / 'consult.db'}"
        for prefix in ("postgresql://", "postgres://"):
            if url.startswith(prefix):
                return "postgresql+psycopg://" + url.removeprefix(prefix)
        return url

    @cached_property
    def port(self) -> int:
        """Port to serve on."""
        try:
            return int(self.environment.get("PORT") or 8000)
        except ValueError:
            raise BadSetting("PORT must be a whole number, such as 8000.") from None

    @cached_property
    def base_url(self) -> str:
        """The address that people open, without a slash at the end; printed on cards."""
        return (self.environment.get("BASE_URL") or f"http://localhost:{self.port}").rstrip("/")

    @property
    def secure(self) -> bool:
        """Whether cookies may travel over https only."""
        return self.base_url.startswith("https://")

    @cached_property
    def secret_key(self) -> str:
        """Signs cookies. Raises BadSetting when missing on a database that is not the default file."""
        return self.environment.get("SECRET_KEY") or self._made_once("secret_key", lambda: secrets.token_urlsafe(48))

    @cached_property
    def cookie_key(self) -> str:
        """`secret_key`, or a key of this process alone where none is set: commands sign nothing, serving checks."""
        try:
            return self.secret_key
        except BadSetting:
            return secrets.token_urlsafe(48)

    @cached_property
    def root_key(self) -> bytes:
        """32 bytes that wrap every other key. Raises BadSetting when missing or misshapen."""
        text = self.environment.get("CONSULT_KEY", "")
        path = self.environment.get("CONSULT_KEY_FILE")
        if not text and path:
            try:
                text = Path(path).read_text(encoding="ascii")
            except (OSError, UnicodeDecodeError):
                raise BadSetting("CONSULT_KEY_FILE names a file that cannot be read.") from None
        if not text:
            text = self._made_once("root_key", lambda: base64.b64encode(secrets.token_bytes(32)).decode())
        try:
            key = base64.b64decode(text.strip(), validate=True)
        except binascii.Error:
            key = b""
        if len(key) != 32:
            raise BadSetting("CONSULT_KEY must be 32 random bytes in base64.")
        return key

    def check_production(self) -> None:
        """Raises BadSetting unless keys are given and BASE_URL is https."""
        if not self.environment.get("SECRET_KEY"):
            raise BadSetting("SECRET_KEY is not set. Set it to any long random text.")
        if not (self.environment.get("CONSULT_KEY") or self.environment.get("CONSULT_KEY_FILE")):
            raise BadSetting("Neither CONSULT_KEY nor CONSULT_KEY_FILE is set. Make a key and keep a copy of it safe.")
        if not self.secure:
            raise BadSetting("BASE_URL must begin with https:// so that nobody on the way can read along.")
        _ = self.root_key

    def _made_once(self, name: str, make: Callable[[], str]) -> str:
        if self.environment.get("DATABASE_URL") and not self.environment.get("CONSULT_DEMO"):
            variable = {"secret_key": "SECRET_KEY", "root_key": "CONSULT_KEY"}[name]
            raise BadSetting(f"{variable} is not set. It is needed with a database of your own.")
        self.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.instance / name
        try:
            with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
                file.write(make())
        except FileExistsError:
            pass
        return path.read_text(encoding="ascii")
