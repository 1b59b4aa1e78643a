"""Stand-ins for what Rasa imports on the way and never uses here: TensorFlow, scikit-learn, and
what its own chat channels and its store at Amazon need.

Leaving TensorFlow out takes the start of the server from about 10 s to 5 s and its memory from about 640 MB to 260 MB.
Classes may still be derived from what stands here; anything that would compute with it raises.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
from types import ModuleType
from typing import Any, NoReturn

LEARNING = ("tensorflow", "keras", "sklearn")
CHANNELS = ("aiogram", "fbmessenger", "slack_sdk", "socketio", "twilio", "webexteamssdk")
STORES = ("boto3", "botocore")
LEFT_OUT = frozenset(LEARNING + CHANNELS + STORES)


class LeftOutError(RuntimeError):
    """A component of the pipeline, or a channel, needs what was left out: take it from ``LEFT_OUT``."""


class _Anything(type):
    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return cls

    def __call__(cls, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise LeftOutError("this was left out of the process: take it from LEFT_OUT in nlu/left_out.py")


class _Absent(metaclass=_Anything):
    """Every attribute of every module left out, good for annotations and base classes only."""

    def __init_subclass__(cls) -> None:
        """Allow the class statement."""


class _AbsentModule(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Absent


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname: str, *_path_and_target: Any) -> importlib.machinery.ModuleSpec | None:
        if fullname.partition(".")[0] not in LEFT_OUT:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _AbsentModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run."""


def leave_out() -> None:
    """Call before the first import of rasa; again does nothing. Raises RuntimeError if any of it is in already."""
    if any(isinstance(finder, _Finder) for finder in sys.meta_path):
        return
    here = sorted(LEFT_OUT.intersection(sys.modules))
    if here:
        raise RuntimeError(f"{', '.join(here)}: imported already; leave_out() comes before any import of rasa")
    sys.meta_path.insert(0, _Finder())
