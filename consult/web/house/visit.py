"""The visit's key in the signed cookie: an authority's number and a random token, nothing else."""

from flask import session

from consult.store.visits import VisitKey


def current_visit() -> VisitKey | None:
    """What the cookie holds; None where nobody came in."""
    held = session.get("visit")
    return VisitKey(int(held[0]), str(held[1])) if held else None


def keep_visit(visit: VisitKey) -> None:
    """Begin afresh with this visit: whoever was signed in before is not any more."""
    session.clear()
    session["visit"] = [visit.authority_id, visit.token]


def forget_visit() -> None:
    """Forget everything in the cookie."""
    session.clear()
