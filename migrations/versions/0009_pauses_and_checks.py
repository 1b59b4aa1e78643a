"""Listings to be asked about, what happened at a service, and which service a complaint is about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "service_check",
        sa.Column("service_id", sa.String(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("service_id", name=op.f("pk_service_check")),
    )
    op.create_table(
        "service_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "what IN ('paused', 'stays_paused', 'resumed', 'welcome_low')", name=op.f("ck_service_event_what")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_event")),
    )
    op.create_index(op.f("ix_service_event_service_id"), "service_event", ["service_id"])
    with op.batch_alter_table("desk_request") as batch_op:
        batch_op.add_column(sa.Column("harm", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("service_id", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("desk_request") as batch_op:
        batch_op.drop_column("service_id")
        batch_op.drop_column("harm")
    op.drop_table("service_event")
    op.drop_table("service_check")
