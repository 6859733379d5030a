"""Parent and child may be linked; a result may go to a counselor.

Revision: c3d8e5f7a190, after e4b8d2f06a17
"""

import sqlalchemy as sa
from alembic import op

revision = "c3d8e5f7a190"
down_revision = "e4b8d2f06a17"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """What goes with what it points to."""
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete="CASCADE")


def upgrade() -> None:
    _families()
    _guesses()
    _results()
    _weekly()


def _families() -> None:
    op.create_table(
        "child_codes",
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("child_id", sa.BigInteger(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        _points("child_codes", "child_id", "people"),
        sa.PrimaryKeyConstraint("hash", name="pk_child_codes"),
    )
    op.create_index("ix_child_codes_child_id", "child_codes", ["child_id"])
    op.create_table(
        "family_links",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("child_id", sa.BigInteger(), nullable=False),
        sa.Column("parent_id", sa.BigInteger(), nullable=False),
        sa.Column("child_number", sa.Integer(), nullable=False),
        sa.Column("parent_number", sa.Integer(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("agreed_at", MOMENT, nullable=True),
        sa.Column("allows_at", MOMENT, nullable=True),
        _points("family_links", "child_id", "people"),
        _points("family_links", "parent_id", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_family_links"),
        sa.UniqueConstraint("child_id", "parent_id", name="uq_family_links_child_id"),
    )
    op.create_index("ix_family_links_child_id", "family_links", ["child_id"])
    op.create_index("ix_family_links_parent_id", "family_links", ["parent_id"])
    op.create_table(
        "family_shown",
        sa.Column("link_id", NUMBER, nullable=False),
        sa.Column("what", sa.String(length=8), nullable=False),
        sa.Column("attempt_id", NUMBER, nullable=True),
        sa.Column("since", MOMENT, nullable=False),
        _points("family_shown", "link_id", "family_links"),
        _points("family_shown", "attempt_id", "attempts"),
        sa.PrimaryKeyConstraint("link_id", "what", name="pk_family_shown"),
    )


def _guesses() -> None:
    op.create_table(
        "gaps",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("link_id", NUMBER, nullable=False),
        sa.Column("attempt_id", NUMBER, nullable=False),
        sa.Column("items", sa.String(length=400), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.Column("topics", sa.String(length=6), nullable=False),
        _points("gaps", "link_id", "family_links"),
        _points("gaps", "attempt_id", "attempts"),
        sa.PrimaryKeyConstraint("id", name="pk_gaps"),
    )
    op.create_index("ix_gaps_link_id", "gaps", ["link_id"])
    op.create_table(
        "gap_guesses",
        sa.Column("gap_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("parent_id", sa.BigInteger(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        _points("gap_guesses", "parent_id", "people"),
        sa.PrimaryKeyConstraint("gap_id", "item", name="pk_gap_guesses"),
    )
    op.create_index("ix_gap_guesses_parent_id", "gap_guesses", ["parent_id"])


def _results() -> None:
    op.create_table(
        "given_results",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("attempt_id", NUMBER, nullable=False),
        sa.Column("class_id", NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        _points("given_results", "person_id", "people"),
        _points("given_results", "attempt_id", "attempts"),
        _points("given_results", "class_id", "classes"),
        sa.PrimaryKeyConstraint("id", name="pk_given_results"),
        sa.UniqueConstraint("class_id", "number", name="uq_given_results_class_id"),
    )
    op.create_index("ix_given_results_class_id", "given_results", ["class_id"])
    op.create_index("ix_given_results_person_id", "given_results", ["person_id"])
    op.create_table(
        "result_looks",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("given_id", NUMBER, nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("school_id", NUMBER, nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        _points("result_looks", "given_id", "given_results"),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name="fk_result_looks_school_id"),
        sa.PrimaryKeyConstraint("id", name="pk_result_looks"),
    )
    op.create_index("ix_result_looks_given_id", "result_looks", ["given_id"])


def _weekly() -> None:
    op.create_table(
        "weekly",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        _points("weekly", "person_id", "people"),
        sa.PrimaryKeyConstraint("person_id", name="pk_weekly"),
    )
    op.create_index("ix_weekly_next_at", "weekly", ["next_at"])


TABLES = (
    "weekly",
    "result_looks",
    "given_results",
    "gap_guesses",
    "gaps",
    "family_shown",
    "family_links",
    "child_codes",
)


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
