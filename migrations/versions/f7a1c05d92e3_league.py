"""A class may have a nickname, under which it takes part in the league.

Revision: f7a1c05d92e3, after f2b8c05d4e17
"""

import sqlalchemy as sa
from alembic import op

revision = "f7a1c05d92e3"
down_revision = "f2b8c05d4e17"


def upgrade() -> None:
    nickname = sa.Column("nickname", sa.String(length=16), server_default="", nullable=False)
    op.add_column("classes", nickname)


def downgrade() -> None:
    with op.batch_alter_table("classes") as classes:
        classes.drop_column("nickname")
