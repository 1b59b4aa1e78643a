"""Doors: what a place hangs up so that people can start from there."""
