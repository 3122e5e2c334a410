"""Whether the audit rows are as they were written."""

from consult.store.audit import Chain, verify_chain
from consult.store.database import Store


def verify_audit(store: Store, authority_id: int, noted: str = "") -> Chain:
    """Work an authority's chain out again. `noted`: a head that was written down earlier, else blank."""
    with store.reading(authority_id, steady=True) as tx:
        return verify_chain(tx, noted)
