"""The office's blueprint, which its files of views share."""

from flask import Blueprint
from werkzeug.wrappers import Response

room = Blueprint("office", __name__, url_prefix="/office")
Page = str | tuple[str, int] | Response
