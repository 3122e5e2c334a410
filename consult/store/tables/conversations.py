"""What was said: append-only sealed answers, and the final rows that sending writes once."""

from sqlalchemy import Boolean, Column, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from consult.store.tables.columns import METADATA, identity, moment, owner, public_identity, reference

conversation = Table(
    "conversation",
    METADATA,
    identity(),
    public_identity(),
    owner(),
    reference("child"),
    reference("review", nullable=True),
    reference("edition"),
    Column("booklet", String(60), nullable=False),
    Column("audience", String(20), nullable=False),
    Column("source", String(12), nullable=False),
    Column("language", String(12), nullable=False),
    Column("helped_by", String(12), nullable=False),
    Column("read_out", String(8), nullable=False),
    Column("held_back", Text, nullable=False),
    Column("shared", Text, nullable=False),
    Column("quote", String(4), nullable=False),
    moment("started_at", nullable=False),
    moment("sent_at"),
    moment("changed_at"),
    Column("sent_sequence", Integer, nullable=False),
    Column("first_sent_sequence", Integer, nullable=False),
    moment("read_at"),
    moment("asked_at"),
    moment("filed_at"),
    moment("forgotten_at"),
    Column("drafts_sealed", LargeBinary, nullable=True),
    UniqueConstraint("review_id", "booklet"),
)

answer = Table(
    "answer",
    METADATA,
    identity(),
    owner(),
    reference("conversation", index=False),
    Column("sequence", Integer, nullable=False),
    Column("question", String(60), nullable=False),
    Column("state", String(8), nullable=False),
    Column("sealed", LargeBinary, nullable=True),
    Column("form_key", String(40), nullable=False),
    Column("language", String(12), nullable=False),
    Column("helped_by", String(12), nullable=False),
    moment("said_at", nullable=False),
    UniqueConstraint("conversation_id", "sequence"),
)

final_answer = Table(
    "final_answer",
    METADATA,
    identity(),
    owner(),
    reference("conversation"),
    reference("review", nullable=True),
    Column("booklet", String(60), nullable=False),
    Column("edition", Integer, nullable=False),
    Column("question", String(60), nullable=False),
    Column("state", String(8), nullable=False),
    Column("options", Text, nullable=False),
    Column("band", String(12), nullable=False),
    Column("age", Integer, nullable=False),
    Column("mood", String(16), nullable=False),
    Column("concern", Boolean, nullable=False),
    Column("because", Text, nullable=False),
    Column("method", String(20), nullable=False),
    UniqueConstraint("conversation_id", "question"),
)

final_theme = Table(
    "final_theme",
    METADATA,
    identity(),
    owner(),
    reference("final_answer"),
    Column("theme", String(40), nullable=False),
)

reading = Table(
    "reading",
    METADATA,
    identity(),
    owner(),
    reference("conversation"),
    reference("staff"),
    moment("first_at", nullable=False),
    moment("last_at", nullable=False),
    UniqueConstraint("conversation_id", "staff_id"),
)

reply = Table(
    "reply",
    METADATA,
    identity(),
    public_identity(),
    owner(),
    reference("conversation"),
    reference("staff"),
    Column("words_sealed", LargeBinary, nullable=False),
    moment("written_at", nullable=False),
    moment("seen_at"),
)
