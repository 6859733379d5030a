"""People may talk with the bot and keep things, and the catalogue has its shelves.

Revision: 7b4fd223941e, the first
"""

import sqlalchemy as sa
from alembic import op

revision = "7b4fd223941e"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("trail", sa.String(), nullable=False),
        sa.Column("awaited", sa.String(), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("met_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    op.create_table(
        "saved",
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_saved_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "path", name="pk_saved"),
    )
    op.create_table(
        "heard",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reply", sa.LargeBinary(), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name="pk_heard"),
    )
    op.create_index("ix_heard_heard_at", "heard", ["heard_at"])
    op.create_table(
        "aside",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("error", sa.String(length=2000), nullable=False),
        sa.Column("aside_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name="pk_aside"),
    )
    op.create_table(
        "catalogue",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("slug", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "slug", name="pk_catalogue"),
    )
    op.create_table(
        "editions",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_editions"),
    )


def downgrade() -> None:
    for table in ("editions", "catalogue", "aside", "heard", "saved", "people"):
        op.drop_table(table)
