"""People are told only of the topics they chose; who is here already keeps what they have.

Revision: c5e0a9d71f34, after b3d7f2a84c19
"""

import sqlalchemy as sa
from alembic import op

revision = "c5e0a9d71f34"
down_revision = "b3d7f2a84c19"

TOPICS = ("admission", "events", "news", "reminders", "school", "work")
HEARD = (
    "CASE WHEN EXISTS (SELECT 1 FROM muted WHERE muted.person_id = people.id "
    "AND muted.topic IN ('{topic}', 'all')) THEN '' ELSE '{topic} ' END"
)
OFF = (
    "INSERT INTO muted (person_id, topic, at) SELECT id, '{topic}', met_at FROM people "
    "WHERE topics NOT LIKE '%{topic}%'"
)


def upgrade() -> None:
    topics = sa.Column("topics", sa.String(length=64), server_default="", nullable=False)
    op.add_column("people", topics)
    heard = " || ".join(HEARD.format(topic=topic) for topic in TOPICS)
    op.execute(f"UPDATE people SET topics = RTRIM({heard})")
    op.drop_table("muted")


def downgrade() -> None:
    op.create_table(
        "muted",
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_muted_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "topic", name="pk_muted"),
    )
    for topic in TOPICS:
        op.execute(OFF.format(topic=topic))
    op.drop_column("people", "topics")  # no batch, which empties what points to people
