"""The directory as one value: every provider and service by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from knowledge.listing import Provider, Service


@dataclass(frozen=True)
class Directory:
    """Read-only maps from id to listing.

    Raises ``ValueError`` when a service names a provider that is not there, so that nothing later has to ask.
    """

    providers: Mapping[str, Provider] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    paused: frozenset[str] = frozenset()
    """Services to which nothing new goes for now, whatever their listings say."""

    def __post_init__(self) -> None:
        orphans = sorted(s.id for s in self.services.values() if s.provider_id not in self.providers)
        if orphans:
            raise ValueError(f"Add the missing provider of these services, or leave them out: {', '.join(orphans)}")
        object.__setattr__(self, "providers", MappingProxyType(dict(self.providers)))
        object.__setattr__(self, "services", MappingProxyType(dict(self.services)))

    @classmethod
    def of(cls, providers: Iterable[Provider], services: Iterable[Service]) -> Directory:
        """From plain listings; of two with one id, the later wins."""
        return cls({p.id: p for p in providers}, {s.id: s for s in services})

    def provider_of(self, service: Service) -> Provider:
        return self.providers[service.provider_id]

    def services_of(self, provider_id: str) -> tuple[Service, ...]:
        """In the directory's own order; empty for an unknown provider."""
        return tuple(s for s in self.services.values() if s.provider_id == provider_id)

    def like(self, service: Service) -> tuple[Service, ...]:
        """The other services of its group; empty where it has none."""
        if not service.like_group:
            return ()
        return tuple(s for s in self.services.values() if s.like_group == service.like_group and s.id != service.id)
