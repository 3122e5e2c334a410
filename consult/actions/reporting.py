"""Taking the report of a period is a deed: it leaves an audit row."""

from consult.report.build import Report, build_report
from consult.report.period import Period
from consult.store.audit import Actor, add_audit
from consult.store.counts import count_for_report
from consult.store.database import Store


def take_report(
    store: Store, authority_id: int, who: Actor, period: Period, form: str, mode: str = "internal"
) -> Report:
    """The voice of the child in this period. `form`: page, or the format of a file."""
    with store.writing(authority_id) as tx:
        counts = count_for_report(tx, period)
        span = f"{period.start}/{period.end}"
        add_audit(tx, who, "take_report", "period", span, form=form, mode=mode)
    return build_report(period, mode, counts)
