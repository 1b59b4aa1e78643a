"""A plain Rasa bot of the same dialogue, for ``nwd bench turn`` to measure ours against; nobody talks to it.

Same questions, intents, slots and pipeline, but everything stock: REST channel, form with ordinary slot mappings, SQL
tracker store on SQLite, and an action server with one validation call a turn. ``python -m nlu.plain_bot --folder DIR``.
"""
