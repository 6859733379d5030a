"""People may put questions to a counselor, and counselors answer what nobody could.

Revision: e4a91c7d20b6, after d1f4a7c93b62
"""

import sqlalchemy as sa
from alembic import op

revision = "e4a91c7d20b6"
down_revision = "d1f4a7c93b62"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "matters",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("topic", sa.String(length=32), nullable=False),
        sa.Column("thing", sa.String(length=64), nullable=False),
        sa.Column("place", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_matters"),
        sa.UniqueConstraint("topic", "thing", "place", name="uq_matters_topic"),
    )
    op.create_table(
        "questions",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.String(length=8), nullable=False),
        sa.Column("alias", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("role", sa.String(length=6), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("topic", sa.String(length=32), nullable=False),
        sa.Column("thing", sa.String(length=64), nullable=False),
        sa.Column("place", sa.String(length=32), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("label", sa.String(length=32), nullable=False),
        sa.Column("school_id", NUMBER, nullable=True),
        sa.Column("region", sa.String(length=32), nullable=False),
        sa.Column("counselor_id", sa.BigInteger(), nullable=True),
        sa.Column("drafted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("waits_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("pooled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["counselor_id"], ["people.id"], name="fk_questions_counselor_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_questions_person_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_questions_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
    )
    op.create_index("ix_questions_counselor_id", "questions", ["counselor_id"])
    op.create_index("ix_questions_person_id", "questions", ["person_id"])
    op.create_index("ix_questions_stage", "questions", ["stage"])
    op.create_table(
        "contributions",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(length=6), nullable=False),
        sa.Column("stage", sa.String(length=9), nullable=False),
        sa.Column("matter_id", NUMBER, nullable=True),
        sa.Column("question_id", NUMBER, nullable=True),
        sa.Column("employer", sa.String(length=32), nullable=False),
        sa.Column("speaker", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=True),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("region", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["author_id"], ["people.id"], name="fk_contributions_author_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["matter_id"], ["matters.id"], name="fk_contributions_matter_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questions.id"],
            name="fk_contributions_question_id",
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_contributions"),
    )
    op.create_index("ix_contributions_matter_id", "contributions", ["matter_id"])
    op.create_index("ix_contributions_stage", "contributions", ["stage"])
    op.create_table(
        "letters",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("about", NUMBER, nullable=False),
        sa.Column("question_id", NUMBER, nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("claimed_by", sa.String(length=40), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("twice", sa.Boolean(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_letters_person_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name="fk_letters_question_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_letters"),
        sa.UniqueConstraint("person_id", "kind", "about", name="uq_letters_person_id"),
    )
    op.create_index("ix_letters_message_id", "letters", ["message_id"])
    op.create_index("ix_letters_question_id", "letters", ["question_id"])
    op.create_index("ix_letters_state", "letters", ["state"])
    op.create_table(
        "question_lines",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("question_id", NUMBER, nullable=False),
        sa.Column("side", sa.String(length=5), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("flags", sa.String(length=64), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("report", sa.String(length=10), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["author_id"], ["people.id"], name="fk_question_lines_author_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questions.id"],
            name="fk_question_lines_question_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_question_lines"),
    )
    op.create_index("ix_question_lines_question_id", "question_lines", ["question_id"])
    op.create_table(
        "silences",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("question_id", NUMBER, nullable=True),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=10), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_silences_person_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name="fk_silences_question_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_silences"),
    )
    op.create_index("ix_silences_person_id", "silences", ["person_id"])
    op.create_table(
        "wondered",
        sa.Column("matter_id", NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(length=6), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_by", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(
            ["matter_id"], ["matters.id"], name="fk_wondered_matter_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_wondered_person_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["told_by"], ["contributions.id"], name="fk_wondered_told_by", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("matter_id", "person_id", name="pk_wondered"),
    )
    op.create_index("ix_wondered_person_id", "wondered", ["person_id"])


def downgrade() -> None:
    op.drop_index("ix_wondered_person_id", table_name="wondered")
    op.drop_table("wondered")
    op.drop_index("ix_silences_person_id", table_name="silences")
    op.drop_table("silences")
    op.drop_index("ix_question_lines_question_id", table_name="question_lines")
    op.drop_table("question_lines")
    op.drop_index("ix_letters_state", table_name="letters")
    op.drop_index("ix_letters_question_id", table_name="letters")
    op.drop_index("ix_letters_message_id", table_name="letters")
    op.drop_table("letters")
    op.drop_index("ix_contributions_stage", table_name="contributions")
    op.drop_index("ix_contributions_matter_id", table_name="contributions")
    op.drop_table("contributions")
    op.drop_index("ix_questions_stage", table_name="questions")
    op.drop_index("ix_questions_person_id", table_name="questions")
    op.drop_index("ix_questions_counselor_id", table_name="questions")
    op.drop_table("questions")
    op.drop_table("matters")
