"""The headers every answer carries."""

from flask import Flask, Response, request
from werkzeug.datastructures import Headers

# Everything comes from here and nothing runs inline. Each byte counts on a child's old tablet: what default-src covers
# is not said again, nor are permissions that need a press anyway.
POLICY = (
    "default-src 'self'; object-src 'none'; frame-src 'none'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
PERMISSIONS = "camera=(), geolocation=(), microphone=(), browsing-topics=()"
HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("Permissions-Policy", PERMISSIONS),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Robots-Tag", "noindex"),
)


def install(app: Flask) -> None:
    """Security headers on everything; nothing but assets may be kept by a browser."""
    # Under our own Referrer-Policy no browser sends the referrer that forms over https would be checked for.
    app.config["WTF_CSRF_SSL_STRICT"] = False
    always = Headers(HEADERS)
    if app.config["SESSION_COOKIE_SECURE"]:  # whatever a proxy in front makes of the request
        always["Strict-Transport-Security"] = "max-age=31536000"

    @app.after_request
    def add(response: Response) -> Response:
        response.headers.extend(always)
        if request.endpoint != "asset":
            response.headers["Cache-Control"] = "no-store"
        return response
