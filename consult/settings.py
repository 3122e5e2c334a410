"""Settings from the environment; docs/running-it.md names every one."""

import base64
import binascii
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

Network = IPv4Network | IPv6Network
ROOT = Path(__file__).resolve().parent.parent
"""The repository: templates/, static/, translations/ and instance/ stand here."""


class BadSetting(Exception):
    """A setting is missing or wrong; the text is one plain sentence for whoever runs the service."""


@dataclass(frozen=True)
class Organisation:
    """Through whom staff may sign in by OpenID Connect. `tenants`: tenant id -> key of its authority, blank for the
    only one; empty where the issuer has no tenants. `roles`: what the claim holds -> our role."""

    issuer: str
    client_id: str
    client_secret: str
    tenants: Mapping[str, str]
    role_claim: str
    roles: Mapping[str, str]


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
        given = self.environment.get("CONSULT_KEY")
        text = given or _read("CONSULT_KEY_FILE", self.environment.get("CONSULT_KEY_FILE"))
        return _decode(
            "CONSULT_KEY",
            text or self._made_once("root_key", lambda: base64.b64encode(secrets.token_bytes(32)).decode()),
        )

    @cached_property
    def new_root_key(self) -> bytes | None:
        """The root key that the next rotation goes over to; None where none is set. Raises BadSetting."""
        given = self.environment.get("CONSULT_KEY_NEW")
        text = given or _read("CONSULT_KEY_NEW_FILE", self.environment.get("CONSULT_KEY_NEW_FILE"))
        return _decode("CONSULT_KEY_NEW", text) if text else None

    @cached_property
    def organisation(self) -> Organisation | None:
        """Whose sign-in staff may use; None where OIDC_ISSUER is not set. Raises BadSetting."""
        issuer = self.environment.get("OIDC_ISSUER", "").rstrip("/")
        if not issuer:
            return None
        client, secret = self.environment.get("OIDC_CLIENT_ID", ""), self.environment.get("OIDC_CLIENT_SECRET", "")
        if not client or not secret:
            raise BadSetting("OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed with OIDC_ISSUER.")
        tenants = self._pairs(self.environment.get("OIDC_TENANTS", ""))
        roles = self._pairs(self.environment.get("OIDC_ROLES", ""))
        if not all(roles.values()) or not roles:
            raise BadSetting("OIDC_ROLES must say which role of the organisation is which here: Officers=officer.")
        if "login.microsoftonline.com" in issuer and not tenants:
            raise BadSetting("OIDC_TENANTS must name the tenants whose staff may come in.")
        claim = self.environment.get("OIDC_ROLE_CLAIM") or "roles"
        return Organisation(issuer, client, secret, tenants, claim, roles)

    @cached_property
    def smtp_url(self) -> str:
        """The mail server, as smtp://user:password@host:port or smtps://…; blank where no e-mail is sent."""
        address = self.environment.get("SMTP_URL", "")
        if address and not (address.startswith(("smtp://", "smtps://")) and self.mail_from):
            raise BadSetting("SMTP_URL must begin with smtp:// or smtps://, and SMTP_FROM say who writes.")
        return address

    @cached_property
    def trusted_proxies(self) -> int | tuple[Network, ...]:
        """How many proxies stand in front, or their addresses; 0 where none does. Raises BadSetting."""
        text = self.environment.get("TRUSTED_PROXIES", "").strip()
        if not text or text.isdecimal():
            return int(text or 0)
        try:
            return tuple(ip_network(each.strip()) for each in text.split(","))
        except ValueError:
            raise BadSetting("TRUSTED_PROXIES must be a number, or addresses such as 10.0.0.5, 10.1.0.0/16.") from None

    @property
    def monitor_token(self) -> str:
        """With what a monitor on another machine reads /metrics and /ready; blank: only this machine may."""
        return self.environment.get("MONITOR_TOKEN", "")

    @property
    def metrics_folder(self) -> str:
        """Where the workers of one service count together; consult/serving.py makes it."""
        return self.environment.get("PROMETHEUS_MULTIPROC_DIR", "")

    @property
    def mail_from(self) -> str:
        """The e-mail address that links come from."""
        return self.environment.get("SMTP_FROM", "")

    def check_production(self) -> None:
        """Raises BadSetting unless keys are given and BASE_URL is https."""
        if not self.environment.get("SECRET_KEY"):
            raise BadSetting("SECRET_KEY is not set. Set it to any long random text.")
        if not (self.environment.get("CONSULT_KEY") or self.environment.get("CONSULT_KEY_FILE")):
            raise BadSetting("Neither CONSULT_KEY nor CONSULT_KEY_FILE is set. Make a key and keep a copy of it safe.")
        if not self.secure:
            raise BadSetting("BASE_URL must begin with https:// so that nobody on the way can read along.")
        _ = self.root_key, self.organisation, self.smtp_url, self.trusted_proxies

    def _pairs(self, text: str) -> dict[str, str]:
        """`a=b, c=d`; what stands alone has a blank beside it."""
        entries = [each.partition("=") for each in text.split(",") if each.strip()]
        return {left.strip(): right.strip() for left, _, right in entries}

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


def _read(setting: str, path: str | None) -> str:
    """What is in the file that a setting names; blank where it names none."""
    try:
        return Path(path).read_text(encoding="ascii") if path else ""
    except (OSError, UnicodeDecodeError):
        raise BadSetting(f"{setting} names a file that cannot be read.") from None


def _decode(setting: str, text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except binascii.Error:
        key = b""
    if len(key) != 32:
        raise BadSetting(f"{setting} must be 32 random bytes in base64.")
    return key
