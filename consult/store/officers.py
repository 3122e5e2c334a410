"""Who looks after a child now: the officer of the newest review that has one."""

from sqlalchemy import bindparam, select

from consult.store.tables import child, review

officer_now = (
    select(review.c.officer_id)
    .where(
        review.c.authority_id == bindparam("authority"),
        review.c.child_id == child.c.id,
        review.c.officer_id.is_not(None),
    )
    .order_by(review.c.day.desc(), review.c.id.desc())
    .limit(1)
    .correlate(child)
    .scalar_subquery()
)
"""Row number of that officer, in a statement that selects from `child`."""
