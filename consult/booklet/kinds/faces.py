"""Four faces and "I don't know"."""

from consult.booklet.kinds.kind import PickOne


class Faces(PickOne):
    """Pick one face; the words under them belong to the interface."""

    name = "faces"
    fixed = ("good", "ok", "not_good", "mix", "unsure")
