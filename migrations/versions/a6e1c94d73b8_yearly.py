"""People are asked what became of their result; the staff agrees to the rules once a year.

Revision: a6e1c94d73b8, after f7a1c05d92e3
"""

import sqlalchemy as sa
from alembic import op

revision = "a6e1c94d73b8"
down_revision = "f7a1c05d92e3"


def upgrade() -> None:
    op.add_column("staff", sa.Column("renewed_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_attempts_finished_at", "attempts", ["finished_at"])
    kind = sa.Column("reminder", sa.String(length=10), server_default="", nullable=False)
    op.add_column("announcements", kind)
    ours = "author_id = 0 AND topic = 'reminders'"
    op.execute(sa.text(f"UPDATE announcements SET reminder = 'unfinished' WHERE {ours}"))  # noqa: S608


def downgrade() -> None:
    op.drop_column("announcements", "reminder")
    op.drop_index("ix_attempts_finished_at", "attempts")
    op.drop_column("staff", "renewed_at")
