"""The papers, for anybody; children's own notices look like their other pages."""

from flask import Blueprint, g, render_template, url_for

from consult.actions.refusals import NotThere
from consult.store.languages import ENGLISH
from consult.web.about.documents import read_documents
from consult.web.house.visit import current_visit

room = Blueprint("about", __name__, url_prefix="/about")
_DOCUMENTS = read_documents()


@room.get("")
def index() -> str:
    """Every paper, children's first."""
    g.language = ENGLISH
    return render_template("about/index.html", documents=_DOCUMENTS.values())


@room.get("/children")
def children() -> str:
    """What happens with your words, below 11."""
    return render_template("about/children.html", back=_back())


@room.get("/young-people")
def young_people() -> str:
    """What happens with your words, from 11."""
    return render_template("about/young_people.html", back=_back())


@room.get("/<name>")
def document(name: str) -> str:
    """One paper for adults; they are in English."""
    if name not in _DOCUMENTS:
        raise NotThere
    g.language = ENGLISH
    return render_template("about/document.html", document=_DOCUMENTS[name])


def _back() -> str:
    return url_for("talk.help" if current_visit() else "door.card")
