"""How many wrong tries are looked at: counted in the database, so that all processes count together."""

import datetime as dt
import ipaddress

from consult.store import sign_in_tries
from consult.store.database import Transaction

Limits = tuple[tuple[int, int, dt.timedelta], ...]
"""Which subject, how many wrong tries, in how long: then the next one is not looked at."""
QUARTER, DAY = dt.timedelta(minutes=15), sign_in_tries.KEPT


def may_try(tx: Transaction, subjects: tuple[str, ...], limits: Limits) -> bool:
    """Whether another try is looked at now."""
    return all(sign_in_tries.count_tries(tx, subjects[which], window) < most for which, most, window in limits)


def block_of(address: str) -> str:
    """The block of addresses that one place has: 256 of IPv4, a /56 of IPv6; blank where it is none."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    return str(ipaddress.ip_network(f"{address}/{24 if parsed.version == 4 else 56}", strict=False))
