"""Where people and what passes between them are kept: the only place of this room that knows SQLAlchemy."""
