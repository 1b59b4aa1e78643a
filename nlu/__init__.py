"""Everything that runs in Rasa's own Python 3.10 environment. Nothing outside this room imports rasa.

``python -m nlu.train`` makes the model, ``python -m nlu.serve`` runs it.
"""
