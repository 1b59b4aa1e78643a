"""What we know of the world. This package file imports nothing, so that both environments can load parts of it."""
