"""Who else gets what a child said: between the column and the form."""

from collections.abc import Iterable, Mapping

from consult.actions.sending import RECIPIENTS
from consult.store.conversations import Share as Kept
from consult.web.talk.pages import Share


def shares_of(kept: Mapping[str, Kept], *, sent: bool) -> tuple[Share, ...]:
    """What the form shows. Before the first sending nothing is chosen yet."""
    return tuple(_share(who, kept, sent=sent) for who in RECIPIENTS)


def shares_to_keep(shares: Iterable[Share]) -> dict[str, Kept]:
    """What is kept: all (None) or some keys; "no" and nothing chosen leave the recipient out."""
    kept: dict[str, Kept] = {}
    for share in shares:
        if share.what == "all":
            kept[share.who] = None
        elif share.what == "some":
            kept[share.who] = share.only
    return kept


def _share(who: str, kept: Mapping[str, Kept], *, sent: bool) -> Share:
    if who not in kept:
        return Share(who, "no" if sent else "")
    keys = kept[who]
    return Share(who, "all") if keys is None else Share(who, "some", keys)
