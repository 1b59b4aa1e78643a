"""Alarms that are still to be raised, kept with their turn; how a wrong code began, to protect those that are live."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

OUTSTANDING = "alarm IS NOT NULL"


def upgrade() -> None:
    with op.batch_alter_table("turn", schema=None) as batch_op:
        batch_op.add_column(sa.Column("alarm", sa.Text(), nullable=True))
        batch_op.create_index(
            "ix_turn_alarm",
            ["created"],
            unique=False,
            sqlite_where=sa.text(OUTSTANDING),
            postgresql_where=sa.text(OUTSTANDING),
        )
    with op.batch_alter_table("join_try", schema=None) as batch_op:
        batch_op.add_column(sa.Column("start", sa.String(length=64), nullable=True))
        batch_op.create_index(batch_op.f("ix_join_try_start"), ["start"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("join_try", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_join_try_start"))
        batch_op.drop_column("start")
    with op.batch_alter_table("turn", schema=None) as batch_op:
        batch_op.drop_index("ix_turn_alarm")
        batch_op.drop_column("alarm")
