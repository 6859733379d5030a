"""People may find out what draws them, and come back to it.

Revision: 2c9d4e71b805, after 7b4fd223941e
"""

import sqlalchemy as sa
from alembic import op

revision = "2c9d4e71b805"
down_revision = "7b4fd223941e"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_attempts_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attempts"),
    )
    op.create_index("ix_attempts_person_id", "attempts", ["person_id"])
    op.create_table(
        "ratings",
        sa.Column("attempt_id", NUMBER, nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempts.id"], name="fk_ratings_attempt_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attempt_id", "item", name="pk_ratings"),
    )
    op.create_table(
        "picks",
        sa.Column("attempt_id", NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("cards", sa.String(length=140), nullable=False),
        sa.Column("best", sa.String(length=32), nullable=False),
        sa.Column("worst", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempts.id"], name="fk_picks_attempt_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attempt_id", "number", name="pk_picks"),
    )


def downgrade() -> None:
    for table in ("picks", "ratings", "attempts"):
        op.drop_table(table)
