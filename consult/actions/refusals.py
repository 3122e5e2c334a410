"""Why a deed was not done. The web turns these into pages in one place."""


class NotThere(Exception):
    """No such thing, or not yours: both look the same."""


class Ended(Exception):
    """The visit has ended or was idle too long; the door is where to go."""


class Away(Ended):
    """Idle too long: the secret pictures lead back to where the child was."""


class Refused(Exception):
    """The deed cannot be done now. `reason` is a code that the page words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
