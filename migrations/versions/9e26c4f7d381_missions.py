"""People may play a shift at a workplace, and keep a journal of what they imagine.

Revision: 9e26c4f7d381, after 8d15b3f6c270
"""

import sqlalchemy as sa
from alembic import op

revision = "9e26c4f7d381"
down_revision = "8d15b3f6c270"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "mission_runs",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("mission", sa.String(length=32), nullable=False),
        sa.Column("edition", sa.String(length=12), nullable=False),
        sa.Column("scene", sa.String(length=32), nullable=False),
        sa.Column("path", sa.String(length=400), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ending", sa.String(length=32), nullable=False),
        sa.Column("liked", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_mission_runs_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_mission_runs"),
    )
    op.create_index("ix_mission_runs_person_id", "mission_runs", ["person_id"])
    op.create_table(
        "journal",
        sa.Column("run_id", NUMBER, nullable=False),
        sa.Column("prompt", sa.String(length=8), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["mission_runs.id"], name="fk_journal_run_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("run_id", "prompt", name="pk_journal"),
    )


def downgrade() -> None:
    op.drop_table("journal")
    op.drop_index("ix_mission_runs_person_id", "mission_runs")
    op.drop_table("mission_runs")
