"""Whose word is believed about where a request came from: only that of the proxies named in TRUSTED_PROXIES."""

from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from consult.settings import Network
from consult.web.house.premises import premises_of


def install(app: Flask) -> None:
    """Let `request.remote_addr` be whoever stands before the outermost trusted proxy."""
    trusted = premises_of(app).settings.trusted_proxies
    if trusted:
        app.wsgi_app = _Fronted(app.wsgi_app, trusted)  # type: ignore[method-assign]


class _Fronted:
    def __init__(self, inner: Any, trusted: int | tuple[Network, ...]) -> None:
        self._inner, self._trusted = inner, trusted

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """As WSGI has it."""
        hops = self._trusted if isinstance(self._trusted, int) else _count_hops(environ, self._trusted)
        fixed = ProxyFix(self._inner, x_for=hops, x_proto=min(hops, 1), x_host=0)
        return fixed(environ, start_response)


def _count_hops(environ: dict[str, Any], trusted: tuple[Network, ...]) -> int:
    """How many trusted proxies the request came through, from the nearest outwards."""
    before = [each.strip() for each in environ.get("HTTP_X_FORWARDED_FOR", "").split(",") if each.strip()]
    hops = 0
    for address in (environ.get("REMOTE_ADDR", ""), *reversed(before)):
        if not _is_among(address, trusted):
            break
        hops += 1
    return min(hops, len(before))


def _is_among(address: str, networks: tuple[Network, ...]) -> bool:
    try:
        return any(ip_address(address) in each for each in networks)
    except ValueError:
        return False
