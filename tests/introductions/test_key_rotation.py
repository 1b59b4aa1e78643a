from __future__ import annotations

import pytest
from sqlalchemy import Engine

from introductions import open_introductions
from nwd.cipher import Cipher, CipherError
from nwd.clock import FrozenClock
from tests.introductions.places import DIRECTORY
from tests.introductions.steps import MARCIA, Settings, Story

OLD, NEW = "the old secret of the tests, long enough", "the new secret of the tests, long enough"


def test_after_rotation_the_new_key_alone_opens_everything_and_links_still_work(
    engine: Engine, clock: FrozenClock
) -> None:
    before = open_introductions(engine, lambda: DIRECTORY, clock, Cipher([OLD]), Settings())
    _, token = Story(before, clock).sent()
    both = open_introductions(engine, lambda: DIRECTORY, clock, Cipher([NEW, OLD]), Settings())
    turned = both.rotate_keys()
    assert turned["fact"].turned == 12
    assert {count.lost for count in turned.values()} == {0}
    assert both.open_link(token).name == "Marcia"
    new = open_introductions(engine, lambda: DIRECTORY, clock, Cipher([NEW]), Settings())
    assert new.person(MARCIA).chosen_name == "Marcia"
    assert new.facts(MARCIA)[0].words == "sewing"
    old = open_introductions(engine, lambda: DIRECTORY, clock, Cipher([OLD]), Settings())
    with pytest.raises(CipherError):
        old.facts(MARCIA)


def test_rotating_twice_is_the_same_as_once(engine: Engine, clock: FrozenClock) -> None:
    room = open_introductions(engine, lambda: DIRECTORY, clock, Cipher([NEW, OLD]), Settings())
    Story(room, clock).sent()
    assert {count.turned for count in room.rotate_keys().values()} == {0}
    assert room.export(MARCIA)["person"]["chosen_name"] == "Marcia"


def test_stopped_half_way_it_goes_on_where_it_was(engine: Engine, clock: FrozenClock) -> None:
    before = open_introductions(engine, lambda: DIRECTORY, clock, Cipher([OLD]), Settings())
    Story(before, clock).sent()
    both = open_introductions(engine, lambda: DIRECTORY, clock, Cipher([NEW, OLD]), Settings())
    both.set_chosen_name(MARCIA, "Marcia B", "under the new key")
    counts = both.rotate_keys()
    assert counts["person"].stood == 1
    assert counts["write"].stood >= 1


def test_what_no_key_opens_is_counted_and_left(engine: Engine, clock: FrozenClock) -> None:
    lost = open_introductions(engine, lambda: DIRECTORY, clock, Cipher([OLD]), Settings())
    Story(lost, clock).known(heard=())
    room = open_introductions(engine, lambda: DIRECTORY, clock, Cipher([NEW]), Settings())
    assert room.rotate_keys()["person"] == (0, 0, 1)
