"""What keepers are asked about their listings, and what they say of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "keeper_letter",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("provider_id", sa.String(), nullable=False),
        sa.Column("keeper", sa.String(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("link_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("words_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keeper_letter")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_keeper_letter_token_hash")),
    )
    with op.batch_alter_table("keeper_letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_keeper_letter_link_until"), ["link_until"], unique=False)
        batch_op.create_index(batch_op.f("ix_keeper_letter_made_at"), ["made_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_keeper_letter_provider_id"), ["provider_id"], unique=False)

    op.create_table(
        "listing_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.String(), nullable=False),
        sa.Column("letter_id", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.CheckConstraint(
            "answer IN ('yes', 'full', 'room', 'changed', 'closed', 'edited')", name=op.f("ck_listing_answer_answer")
        ),
        sa.CheckConstraint("how IN ('page', 'mail', 'chat', 'desk')", name=op.f("ck_listing_answer_how")),
        sa.ForeignKeyConstraint(
            ["letter_id"],
            ["keeper_letter.id"],
            name=op.f("fk_listing_answer_letter_id_keeper_letter"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listing_answer")),
    )
    with op.batch_alter_table("listing_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_listing_answer_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_listing_answer_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_listing_answer_service_id"), ["service_id"], unique=False)

    op.create_table(
        "listing_check",
        sa.Column("service_id", sa.String(), nullable=False),
        sa.Column("letter_id", sa.String(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("again_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("silent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("checked", sa.Date(), nullable=True),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("full_until", sa.Date(), nullable=True),
        sa.Column("doubt", sa.String(), nullable=False),
        sa.CheckConstraint("capacity IN ('', 'open', 'full', 'closed')", name=op.f("ck_listing_check_capacity")),
        sa.CheckConstraint("doubt IN ('', 'changed')", name=op.f("ck_listing_check_doubt")),
        sa.ForeignKeyConstraint(
            ["letter_id"],
            ["keeper_letter.id"],
            name=op.f("fk_listing_check_letter_id_keeper_letter"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("service_id", name=op.f("pk_listing_check")),
    )
    with op.batch_alter_table("listing_check", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_listing_check_letter_id"), ["letter_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("listing_check", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_listing_check_letter_id"))

    op.drop_table("listing_check")
    with op.batch_alter_table("listing_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_listing_answer_service_id"))
        batch_op.drop_index(batch_op.f("ix_listing_answer_letter_id"))
        batch_op.drop_index(batch_op.f("ix_listing_answer_at"))

    op.drop_table("listing_answer")
    with op.batch_alter_table("keeper_letter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_keeper_letter_provider_id"))
        batch_op.drop_index(batch_op.f("ix_keeper_letter_made_at"))
        batch_op.drop_index(batch_op.f("ix_keeper_letter_link_until"))

    op.drop_table("keeper_letter")
