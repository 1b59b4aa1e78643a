"""What a place said of its week: working days, new people, away."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "provider_week",
        sa.Column("provider_id", sa.String(), nullable=False),
        sa.Column("days", sa.JSON(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("away_from", sa.Date(), nullable=True),
        sa.Column("away_until", sa.Date(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("people >= 0", name=op.f("ck_provider_week_people")),
        sa.PrimaryKeyConstraint("provider_id", name=op.f("pk_provider_week")),
    )


def downgrade() -> None:
    op.drop_table("provider_week")
