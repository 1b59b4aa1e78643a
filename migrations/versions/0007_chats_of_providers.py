"""Chats that belong to a provider, and which message of a chat a letter became."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "provider_chat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_chat")),
        sa.UniqueConstraint("channel", "hash", name=op.f("uq_provider_chat_channel_hash")),
    )
    for column in ("provider_id", "ended_at"):
        op.create_index(op.f(f"ix_provider_chat_{column}"), "provider_chat", [column])
    op.create_table(
        "provider_chat_code",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("provider_id", sa.String(), nullable=False),
        sa.Column("introduction_id", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["introduction_id"],
            ["introduction.id"],
            name=op.f("fk_provider_chat_code_introduction_id_introduction"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_provider_chat_code")),
    )
    op.create_index(op.f("ix_provider_chat_code_introduction_id"), "provider_chat_code", ["introduction_id"])
    op.add_column("outgoing", sa.Column("channel_id", sa.String(), nullable=True))
    op.create_index(op.f("ix_outgoing_channel_id"), "outgoing", ["channel_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_outgoing_channel_id"), "outgoing")
    op.drop_column("outgoing", "channel_id")
    op.drop_table("provider_chat_code")
    op.drop_table("provider_chat")
