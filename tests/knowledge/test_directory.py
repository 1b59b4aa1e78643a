from __future__ import annotations

import pytest

from knowledge.directory import Directory
from knowledge.listing import Provider, Service


def test_a_service_without_its_provider_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="lost-service"):
        Directory.of([Provider("p", "P")], [Service("lost-service", "nobody", "Lost")])


def test_the_directory_finds_a_services_provider_and_its_likes() -> None:
    here = Provider("p", "P")
    one, two, odd = (Service(i, "p", i, like_group=g) for i, g in (("one", "walks"), ("two", "walks"), ("odd", "")))
    directory = Directory.of([here], [one, two, odd])
    assert directory.provider_of(one) is here
    assert directory.services_of("p") == (one, two, odd)
    assert directory.like(one) == (two,)
    assert directory.like(odd) == ()


def test_the_directory_cannot_be_changed_from_outside() -> None:
    providers = {"p": Provider("p", "P")}
    directory = Directory(providers, {})
    providers["q"] = Provider("q", "Q")
    assert list(directory.providers) == ["p"]
    with pytest.raises(TypeError):
        directory.providers["q"] = Provider("q", "Q")  # type: ignore[index]
