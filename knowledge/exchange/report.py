"""What an import or a check found, in the shape the command line prints."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from knowledge.listing import Provider, Service


@dataclass(frozen=True)
class Problem:
    """``kept`` tells whether the record stands in the directory nevertheless, put right as ``problem`` says."""

    record: str
    field: str
    problem: str
    kept: bool = True


@dataclass(frozen=True)
class Report:
    """Counts of services and providers together. ``withheld`` counts records that could not be taken at all."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    withheld: int = 0
    problems: tuple[Problem, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"problems": [asdict(problem) for problem in self.problems]}


@dataclass
class Feed:
    """A feed as read: listings, what was wrong, how many records were lost. Filled by one reader, then only read."""

    providers: dict[str, Provider] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    withheld: int = 0

    def note(self, record: str, name: str, problem: str) -> None:
        self.problems.append(Problem(record, name, problem))

    def withhold(self, record: str, name: str, problem: str) -> None:
        self.withheld += 1
        self.problems.append(Problem(record, name, problem, kept=False))


class FeedError(ValueError):
    """The whole source cannot be read: not there, not of that format, or too large. The message says what to do."""
