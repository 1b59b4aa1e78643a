"""Everything that runs in Rasa's own Python 3.10 environment. Nothing outside this room imports rasa.

``python -m nlu.train`` makes the model, ``python -m nlu.serve`` runs it.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy, as in ``knowledge``: Rasa loads numpy first
