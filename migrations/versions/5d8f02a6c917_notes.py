"""People may write a note on what they keep; only the bot's own key opens it.

Revision: 5d8f02a6c917, after 2c9d4e71b805
"""

import sqlalchemy as sa
from alembic import op

revision = "5d8f02a6c917"
down_revision = "2c9d4e71b805"


def upgrade() -> None:
    op.add_column("saved", sa.Column("note", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("saved", "note")
