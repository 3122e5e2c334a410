"""The signed cookie: a visit's key (an authority's number and a random token), and the language of the pages."""

from flask import session

from consult.store.visits import VisitKey


def current_visit() -> VisitKey | None:
    """What the cookie holds; None where nobody came in."""
    held = session.get("visit")
    return VisitKey(int(held[0]), str(held[1])) if held else None


def keep_visit(visit: VisitKey) -> None:
    """Begin afresh with this visit: whoever was signed in before is not any more."""
    forget_visit()
    session["visit"] = [visit.authority_id, visit.token]


def forget_visit() -> None:
    """Nobody is in any more; the next page is still in the language of the last."""
    kept = {name: session[name] for name in ("language", "chosen") if name in session}
    session.clear()
    session.update(kept)


def keep_language(tag: str) -> None:
    """Somebody pressed this language before it is known who it is."""
    session.update(language=tag, chosen=True)


def take_chosen_language() -> str:
    """The language that was pressed on this device and is to be kept with the child now; blank where none was."""
    return str(session.get("language", "")) if session.pop("chosen", False) else ""
