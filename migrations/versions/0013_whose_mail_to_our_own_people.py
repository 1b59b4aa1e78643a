"""Whose person a mail to our own people is about, so that it is in their copy and goes with them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("outgoing") as batch_op:
        batch_op.add_column(sa.Column("person_id", sa.String(), nullable=True))
        batch_op.create_index(op.f("ix_outgoing_person_id"), ["person_id"])
        batch_op.create_foreign_key(
            op.f("fk_outgoing_person_id_person"), "person", ["person_id"], ["id"], ondelete="CASCADE"
        )


def downgrade() -> None:
    with op.batch_alter_table("outgoing") as batch_op:
        batch_op.drop_constraint(op.f("fk_outgoing_person_id_person"), type_="foreignkey")
        batch_op.drop_index(op.f("ix_outgoing_person_id"))
        batch_op.drop_column("person_id")
