"""What a page tells its script, so that the tablet keeps a blank booklet of the right kind."""

import hashlib

from consult.actions.standing import Standing
from consult.web.house.premises import the_store


def offline_mark(standing: Standing) -> str:
    """A fingerprint that changes when another blank page is wanted, and the sequence now; blank once closed."""
    if not standing.open:
        return ""
    seat, today = standing.seat, the_store().clock.today()
    made_of = f"{standing.talk.public_id} {seat.visit_id} {seat.helper} {seat.speaks} {today}"
    return f"{hashlib.sha256(made_of.encode()).hexdigest()[:12]} {standing.sequence}"
