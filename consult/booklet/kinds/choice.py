"""One of several worded options."""

from consult.booklet.kinds.kind import PickOne


class Choice(PickOne):
    """Pick one."""

    name = "choice"
    written_options = True
