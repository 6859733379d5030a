"""People may see what they agreed to, and be forgotten for good.

Revision: e4b8d2f06a17, after e4a91c7d20b6
"""

import sqlalchemy as sa
from alembic import op

revision = "e4b8d2f06a17"
down_revision = "e4a91c7d20b6"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("people", sa.Column("seen_on", sa.DateTime(timezone=True), nullable=True))
    op.execute(sa.text("UPDATE people SET seen_on = CURRENT_TIMESTAMP"))
    op.add_column("heard", sa.Column("person_id", sa.BigInteger(), nullable=True))
    op.create_index("ix_heard_person_id", "heard", ["person_id"])
    op.create_table(
        "consents",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("about", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_consents_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
    )
    op.create_index("ix_consents_person_id", "consents", ["person_id"])
    op.create_table(
        "tombstones",
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("laid_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_tombstones"),
    )
    op.create_table(
        "chores",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_chores"),
    )
    op.create_table(
        "totals",
        sa.Column("announcement_id", NUMBER, nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("why", sa.String(length=32), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("twice", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name="fk_totals_announcement_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("announcement_id", "state", "why", name="pk_totals"),
    )


def downgrade() -> None:
    for table in ("totals", "chores", "tombstones", "consents"):
        op.drop_table(table)
    op.drop_index("ix_heard_person_id", "heard")
    op.drop_column("heard", "person_id")
    op.drop_column("people", "seen_on")
