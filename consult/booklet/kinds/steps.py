"""Five worded steps from best to worst, and "not sure"."""

from consult.booklet.kinds.kind import PickOne


class Steps(PickOne):
    """Pick one step; "5" is best. The file words every step."""

    name = "steps"
    fixed = ("5", "4", "3", "2", "1", "unsure")
    written_options = True
