"""The database knows where it lives.

Revision: b3d7f2a84c19, after a6e1c94d73b8
"""

import sqlalchemy as sa
from alembic import op

revision = "b3d7f2a84c19"
down_revision = "a6e1c94d73b8"


def upgrade() -> None:
    op.create_table(
        "homes",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_homes"),
    )


def downgrade() -> None:
    op.drop_table("homes")
