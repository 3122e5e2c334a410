"""The desk's blueprint, which its files of views share."""

from flask import Blueprint
from werkzeug.wrappers import Response

room = Blueprint("desk", __name__, url_prefix="/desk")
Page = str | tuple[str, int] | Response
