"""Static files: joined per side once at start, without comments or blanks, named by content, compressed ahead."""

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli
import rcssmin
import rjsmin
from flask import Flask, Response, abort, request

from consult.settings import ROOT

STATIC = ROOT / "static"
BUNDLES: dict[str, tuple[str, ...]] = {
    "child.css": ("css/child/*.css",),
    "staff.css": ("css/staff/*.css", "css/voice.css"),
    "paper.css": ("css/paper/*.css",),
    "child.js": ("js/child/*.js",),
    "offline.js": ("js/offline/page.js",),
    "worker.js": ("js/offline/worker.js",),
    "staff.js": ("js/staff/*.js",),
}
"""Joined file -> patterns below static/, in order; within a pattern by name."""

_CSS_URL = re.compile(r'url\("?\.\./(?:\.\./)?(fonts/[a-z0-9.-]+)"?\)')
mimetypes.add_type("font/woff2", ".woff2")


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it goes over the wire."""

    kind: str
    plain: bytes
    gzip: bytes
    brotli: bytes


class Assets:
    """Every static file in memory under a name that changes with its content."""

    def __init__(self, static: Path = STATIC) -> None:
        self._static = static
        self.urls: dict[str, str] = {}
        self.by_name: dict[str, Asset] = {}
        for folder in ("fonts", "art"):
            for path in sorted((static / folder).glob("*")):
                if path.suffix in {".svg", ".woff2", ".png", ".ico"}:
                    self._keep(f"{folder}/{path.name}", path.read_bytes())
        for name, patterns in BUNDLES.items():
            paths = [path for pattern in patterns for path in sorted(static.glob(pattern))]
            text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
            small = rjsmin.jsmin(text) if name.endswith(".js") else rcssmin.cssmin(self._with_hashed_fonts(text))
            self._keep(name, small.encode())

    def url(self, name: str) -> str:
        """Address of `child.css`, `art/art.svg` …; KeyError for an unknown name."""
        return self.urls[name]

    def _with_hashed_fonts(self, css: str) -> str:
        return _CSS_URL.sub(lambda match: f'url("{self.urls[match[1]]}")', css)

    def _keep(self, name: str, content: bytes) -> None:
        stem, dot, ending = name.rpartition(".")
        hashed = f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}{dot}{ending}"
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        packed = _pack(content) if ending in {"css", "js", "svg"} else (b"", b"")
        self.by_name[hashed] = Asset(kind, content, *packed)
        self.urls[name] = f"/static/{hashed}"


@cache
def _pack(content: bytes) -> tuple[bytes, bytes]:
    """As gzip and as brotli; remembered, for whoever builds many applications in one process."""
    return gzip.compress(content, 9, mtime=0), brotli.compress(content, quality=11)


def asset_url(app: Flask, name: str) -> str:
    """Address of an asset, for views."""
    assets: Assets = app.extensions["assets"]
    return assets.url(name)


def install(app: Flask) -> None:
    """Serve the assets and give templates `asset(name)`."""
    assets = Assets()

    def serve(name: str) -> Response:
        asset = assets.by_name.get(name)
        if asset is None:
            abort(404)
        accepted = request.headers.get("Accept-Encoding", "")
        body, encoding = asset.plain, ""
        if asset.brotli and "br" in accepted:
            body, encoding = asset.brotli, "br"
        elif asset.gzip and "gzip" in accepted:
            body, encoding = asset.gzip, "gzip"
        response = Response(body, mimetype=asset.kind)
        response.cache_control.public = True
        response.cache_control.max_age = 31_536_000
        response.cache_control.immutable = True
        response.vary.add("Accept-Encoding")
        if encoding:
            response.content_encoding = encoding
        return response

    app.extensions["assets"] = assets
    app.add_url_rule("/static/<path:name>", "asset", serve)
    app.jinja_env.globals["asset"] = assets.url
