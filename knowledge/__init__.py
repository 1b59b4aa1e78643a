"""What we know of the world. This file imports nothing heavy, so that both environments can load parts of it."""

import os

# Before numpy is first loaded: a message is read quickest by one thread. Two that share a busy machine's cores wait for
# each other by spinning, which made the same reading up to forty times slower.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
