"""Counselors have classes and tell them things; each telling is written down for each person.

Revision: b7c9e1a25d40, after a3f7d05c1e68
"""

import sqlalchemy as sa
from alembic import op

revision = "b7c9e1a25d40"
down_revision = "a3f7d05c1e68"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "announcements",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=False),
        sa.Column("topic", sa.String(length=16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("fallback", sa.String(length=2), nullable=False),
        sa.Column("attached", sa.Text(), nullable=False),
        sa.Column("keys", sa.Text(), nullable=False),
        sa.Column("segment", sa.Text(), nullable=False),
        sa.Column("asks", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminds", sa.Integer(), nullable=False),
        sa.Column("run_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paid", sa.Boolean(), nullable=False),
        sa.Column("seen", sa.String(length=64), nullable=False),
        sa.Column("confirmed_by", sa.BigInteger(), nullable=True),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("running_run", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=32), nullable=False),
        sa.Column("board", sa.BigInteger(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_announcements"),
    )

    op.create_index("ix_announcements_author_id", "announcements", ["author_id"])
    op.create_index("ix_announcements_stage", "announcements", ["stage"])

    op.create_table(
        "lanes",
        sa.Column("announcement_id", NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("owner", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name="fk_lanes_announcement_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("announcement_id", "number", name="pk_lanes"),
    )

    op.create_table(
        "executors",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_executors"),
    )

    op.create_table(
        "audit",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.BigInteger(), nullable=False),
        sa.Column("act", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(length=64), nullable=False),
        sa.Column("reach", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )

    op.create_index("ix_audit_at", "audit", ["at"])

    op.create_table(
        "gate",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("next_at", sa.Double(), nullable=False),
        sa.Column("slowed_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_gate"),
    )

    op.create_table(
        "schools",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("region", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_schools"),
    )

    op.create_table(
        "classes",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("school_id", NUMBER, nullable=True),
        sa.Column("counselor_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_classes_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_classes"),
        sa.UniqueConstraint("code", name="uq_classes_code"),
    )

    op.create_index("ix_classes_counselor_id", "classes", ["counselor_id"])

    op.create_table(
        "deliveries",
        sa.Column("announcement_id", NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("due", sa.String(length=6), nullable=False),
        sa.Column("why", sa.String(length=32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("twice", sa.Boolean(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("claimed_by", sa.String(length=40), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name="fk_deliveries_announcement_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_deliveries_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("announcement_id", "person_id", name="pk_deliveries"),
    )

    op.create_index(
        "ix_deliveries_due",
        "deliveries",
        ["announcement_id", "person_id"],
        sqlite_where=sa.text("due <> ''"),
        postgresql_where=sa.text("due <> ''"),
    )
    op.create_index("ix_deliveries_person", "deliveries", ["person_id", "settled_at"])

    op.create_table(
        "invitations",
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("school_id", NUMBER, nullable=True),
        sa.Column("region", sa.String(length=32), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_by", sa.BigInteger(), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_invitations_school_id"),
        sa.PrimaryKeyConstraint("hash", name="pk_invitations"),
    )

    op.create_table(
        "muted",
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_muted_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "topic", name="pk_muted"),
    )

    op.create_table(
        "pressed",
        sa.Column("announcement_id", NUMBER, nullable=False),
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name="fk_pressed_announcement_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("announcement_id", "key", name="pk_pressed"),
    )

    op.create_table(
        "replies",
        sa.Column("announcement_id", NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name="fk_replies_announcement_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_replies_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("announcement_id", "person_id", name="pk_replies"),
    )

    op.create_table(
        "staff",
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("school_id", NUMBER, nullable=True),
        sa.Column("region", sa.String(length=32), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_staff_person_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_staff_school_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_staff"),
    )

    op.create_table(
        "joined",
        sa.Column("class_id", NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(length=6), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["classes.id"], name="fk_joined_class_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_joined_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("class_id", "person_id", name="pk_joined"),
    )

    op.create_index("ix_joined_person_id", "joined", ["person_id"])

    op.add_column(
        "people", sa.Column("role", sa.String(length=6), server_default="", nullable=False)
    )
    op.add_column("people", sa.Column("grade", sa.Integer(), nullable=True))
    op.add_column(
        "people", sa.Column("region", sa.String(length=32), server_default="", nullable=False)
    )
    op.add_column(
        "people", sa.Column("direction", sa.String(length=32), server_default="", nullable=False)
    )


def downgrade() -> None:
    for column in ("direction", "region", "grade", "role"):
        op.drop_column("people", column)
    for table in (
        "lanes",
        "executors",
        "joined",
        "staff",
        "replies",
        "pressed",
        "muted",
        "invitations",
        "deliveries",
        "classes",
        "schools",
        "gate",
        "audit",
        "announcements",
    ):
        op.drop_table(table)
