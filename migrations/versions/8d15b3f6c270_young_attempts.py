"""Pupils of grades 5 to 7 have a test of their own, and people may say what matters to them.

Revision: 8d15b3f6c270, after 5d8f02a6c917
"""

import sqlalchemy as sa
from alembic import op

revision = "8d15b3f6c270"
down_revision = "5d8f02a6c917"


def upgrade() -> None:
    kind = sa.Column("kind", sa.String(length=8), server_default="full", nullable=False)
    matters = sa.Column("matters", sa.String(length=140), server_default="", nullable=False)
    op.add_column("attempts", kind)
    op.add_column("attempts", matters)


def downgrade() -> None:
    op.drop_column("attempts", "matters")
    op.drop_column("attempts", "kind")
