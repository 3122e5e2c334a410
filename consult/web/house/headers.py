"""The headers every answer carries."""

from flask import Flask, Response, request

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


def install(app: Flask) -> None:
    """Security headers on everything; nothing but assets may be kept by a browser."""
    # Under our own Referrer-Policy no browser sends the referrer that forms over https would be checked for.
    app.config["WTF_CSRF_SSL_STRICT"] = False

    @app.after_request
    def add(response: Response) -> Response:
        headers = response.headers
        headers["Content-Security-Policy"] = POLICY
        headers["Permissions-Policy"] = PERMISSIONS
        headers["Referrer-Policy"] = "no-referrer"
        headers["X-Content-Type-Options"] = "nosniff"
        headers["X-Frame-Options"] = "DENY"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        headers["X-Robots-Tag"] = "noindex, nofollow"
        if app.config["SESSION_COOKIE_SECURE"]:  # whatever a proxy in front makes of the request
            headers["Strict-Transport-Security"] = "max-age=31536000"
        if request.endpoint != "asset":
            headers["Cache-Control"] = "no-store"
        return response
