"""Pictures that Telegram has are not uploaded again, whichever process sends them.

Revision: d1f4a7c93b62, after b7c9e1a25d40
"""

import sqlalchemy as sa
from alembic import op

revision = "d1f4a7c93b62"
down_revision = "b7c9e1a25d40"


def upgrade() -> None:
    op.create_table(
        "pictures",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("file_id", sa.String(length=255), nullable=False),
        sa.Column("edition", sa.String(length=16), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_pictures"),
    )
    op.create_index("ix_pictures_kept_at", "pictures", ["kept_at"])


def downgrade() -> None:
    op.drop_index("ix_pictures_kept_at", "pictures")
    op.drop_table("pictures")
