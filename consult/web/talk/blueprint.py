"""The blueprint of a conversation, which its files of views share."""

from flask import Blueprint
from werkzeug.wrappers import Response

room = Blueprint("talk", __name__, url_prefix="/talk")
Page = str | tuple[str, int] | Response
