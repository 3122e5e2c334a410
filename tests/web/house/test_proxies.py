"""Where a request came from is what trusted proxies say, and nobody else."""

import pytest
from flask import Flask, request

import consult
from consult.settings import BadSetting, Settings
from consult.store.database import Store


@pytest.mark.parametrize(
    ("trusted", "peer", "forwarded", "seen"),
    [
        ("", "127.0.0.1", "198.51.100.9", "127.0.0.1"),
        ("0", "127.0.0.1", "198.51.100.9", "127.0.0.1"),
        ("1", "127.0.0.1", "198.51.100.9", "198.51.100.9"),
        ("1", "127.0.0.1", "203.0.113.1, 198.51.100.9", "198.51.100.9"),
        ("2", "127.0.0.1", "203.0.113.1, 198.51.100.9, 10.0.0.5", "198.51.100.9"),
        ("1", "127.0.0.1", "", "127.0.0.1"),
        ("10.0.0.0/8", "10.0.0.5", "203.0.113.1, 198.51.100.9", "198.51.100.9"),
        ("10.0.0.0/8, 127.0.0.1", "127.0.0.1", "203.0.113.1, 198.51.100.9, 10.0.0.5", "198.51.100.9"),
        ("10.0.0.0/8", "192.0.2.7", "198.51.100.9", "192.0.2.7"),
        ("10.0.0.0/8", "10.0.0.5", "10.0.0.6", "10.0.0.6"),
        ("10.0.0.0/8", "10.0.0.5", "no address", "no address"),
        ("::1", "::1", "2001:db8::9", "2001:db8::9"),
    ],
)
def test_whose_address_is_seen(
    settings: Settings, store: Store, trusted: str, peer: str, forwarded: str, seen: str
) -> None:
    app = _app(settings, store, trusted)
    found: list[str | None] = []
    app.before_request_funcs.setdefault(None, []).insert(0, lambda: found.append(request.remote_addr))
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    app.test_client().get("/health", environ_base={"REMOTE_ADDR": peer}, headers=headers)
    assert found == [seen]


def test_what_is_no_address_is_told(settings: Settings, store: Store) -> None:
    with pytest.raises(BadSetting, match="TRUSTED_PROXIES"):
        _app(settings, store, "the one in the cellar")


def _app(settings: Settings, store: Store, trusted: str) -> Flask:
    environment = {**settings.environment, "TRUSTED_PROXIES": trusted}
    return consult.create_app(Settings(environment, settings.instance, testing=True), store=store)
