"""Channels in and channels out: one file per channel behind the small contract in ``contract.py``."""
