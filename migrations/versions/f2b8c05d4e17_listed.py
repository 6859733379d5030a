"""People may keep a list of what they want to ask a college.

Revision: f2b8c05d4e17, after c3d8e5f7a190
"""

import sqlalchemy as sa
from alembic import op

revision = "f2b8c05d4e17"
down_revision = "c3d8e5f7a190"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "listed",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.String(length=32), nullable=False),
        sa.Column("thing", sa.String(length=64), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("listed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_listed_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_listed"),
    )
    op.create_index("ix_listed_person_id", "listed", ["person_id"])


def downgrade() -> None:
    op.drop_index("ix_listed_person_id", table_name="listed")
    op.drop_table("listed")
