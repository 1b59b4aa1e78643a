"""Which process has a message on its way."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("taken_by", sa.String(length=64), nullable=True))


def downgrade() -> None:
    op.drop_column("outbox", "taken_by")
