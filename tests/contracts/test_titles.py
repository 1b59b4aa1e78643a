"""No title of a button is cut on any channel, those that hold a place's name among them."""

from __future__ import annotations

import pytest

from actions.titles import LONGEST_TITLE, short_title, short_titles
from bot.channels.whatsapp_shape import ROW_ABOUT, ROW_TITLE, row_about, row_title
from knowledge.sample import load_sample

DIRECTORY = load_sample()
PLACES = [one.name for one in DIRECTORY.providers.values()]
NAMES = [*PLACES, *(one.name for one in DIRECTORY.services.values())]


def test_the_longest_title_is_what_the_tightest_channel_holds() -> None:
    assert LONGEST_TITLE <= ROW_TITLE


@pytest.mark.parametrize("name", [name for name in NAMES if len(name) > LONGEST_TITLE])
def test_a_long_name_stands_on_a_button_in_whole_words(name: str) -> None:
    title = short_title(name)
    assert 0 < len(title) <= LONGEST_TITLE
    assert name[len(title)] in " ,"
    assert title.split()[-1].casefold() not in {"with", "and", "of", "for", "who", "has", "your", "that", "in", "the"}


def test_two_things_of_one_place_never_share_a_title() -> None:
    for provider in DIRECTORY.providers:
        titles = [short_title(one.name) for one in DIRECTORY.services.values() if one.provider_id == provider]
        assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Piano hour with headphones", "Piano hour"),
        ("Hair and braiding, level one", "Hair and braiding"),
        ("Tools and tea for men who served", "Tools and tea for men"),
        ("Back at your level", "Back at your level"),
    ],
)
def test_titles_as_people_read_them(name: str, title: str) -> None:
    assert short_title(name) == title


@pytest.mark.parametrize(
    ("names", "titles"),
    [
        (["Thread & Kettle", "Muddy Collar"], ["Thread & Kettle", "Muddy Collar"]),
        (
            ["South London and Riverside Recovery College", "South London and Riverside Talking Therapies"],
            ["Recovery College", "Talking Therapies"],
        ),
        (["Hair and braiding, level one", "Hair and braiding, level two"], ["Level one", "Level two"]),
        (["South London and Riverside Recovery College", "Muddy Collar"], ["Recovery College", "Muddy Collar"]),
    ],
)
def test_names_that_begin_alike_are_told_apart(names: list[str], titles: list[str]) -> None:
    assert short_titles(names) == titles


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("number", [1, 10])
def test_a_row_of_a_list_ends_after_a_word(name: str, number: int) -> None:
    row = row_title(number, name)
    assert len(row) <= ROW_TITLE
    assert row == f"{number}. {name}" or set(row.removesuffix("…").split()) <= {
        f"{number}.",
        *name.split(),
        *WITHOUT_MARKS,
    }
    assert (
        len(row_about(number, name, f"{name} with many a word beside it, and then some more of them") or "")
        <= ROW_ABOUT
    )


WITHOUT_MARKS = [word.strip(" ·,;:&-") for name in NAMES for word in name.split()]
