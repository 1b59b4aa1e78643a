"""Preferences."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "preference",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("quiet", sa.String(), nullable=False),
        sa.Column("hours_from", sa.Integer(), nullable=True),
        sa.Column("hours_until", sa.Integer(), nullable=True),
        sa.Column("word", sa.Text(), nullable=True),
        sa.Column("word_step", sa.String(), nullable=True),
        sa.Column("word_step_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("word_tries", sa.Integer(), nullable=False),
        sa.Column("word_paused_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("word_given_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("quiet IN ('off', 'after_me', 'hours')", name=op.f("ck_preference_quiet")),
        sa.CheckConstraint("word_step IN ('setting', 'asked')", name=op.f("ck_preference_word_step")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_preference_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_preference")),
    )


def downgrade() -> None:
    op.drop_table("preference")
