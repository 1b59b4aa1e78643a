"""Stand-ins for TensorFlow, which Rasa imports on the way to its rule policy and never uses there.

Leaving it out takes the start of the server from about 10 s to 5 s and its memory from about 640 MB to 260 MB.
Classes may still be derived from what stands here; anything that would compute with it raises.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
from types import ModuleType
from typing import Any, NoReturn

LEFT_OUT = ("tensorflow", "keras")


class TensorFlowLeftOutError(RuntimeError):
    """A component of the pipeline needs TensorFlow: call no ``leave_out()`` then."""


class _Anything(type):
    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return cls

    def __call__(cls, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise TensorFlowLeftOutError("TensorFlow was left out of this process; remove leave_out() from nlu/serve.py")


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
    """Call before the first import of rasa. Raises RuntimeError if TensorFlow is in already."""
    if any(name in sys.modules for name in LEFT_OUT):
        raise RuntimeError("TensorFlow is imported already; leave_out() comes before any import of rasa")
    sys.meta_path.insert(0, _Finder())
