import pytest

from knowledge.geography import in_area, in_areas, in_districts, where


@pytest.mark.parametrize(
    ("postcode", "sector", "districts"),
    [
        ("se5", None, {"SE5"}),
        ("SE5 8", "SE5 8", {"SE5"}),
        ("SE58AB", "SE5 8", {"SE5"}),
        ("sw9 8hb", "SW9 8", {"SW9"}),
        ("SE1 7", "SE1 7", {"SE1"}),
        ("SE11", None, {"SE11"}),
        ("SE17", None, {"SE17"}),
        ("SE17PB", "SE1 7", {"SE1"}),
        ("SE58", "SE5 8", {"SE5"}),
        ("SW16 2", "SW16 2", {"SW16"}),
        ("E8", None, {"E8"}),
        ("M1 1AE", "M1 1", {"M1"}),
        ("brixton", None, set()),
        ("", None, set()),
    ],
)
def test_any_start_of_a_postcode_is_read(postcode: str | None, sector: str | None, districts: frozenset[str]) -> None:
    person = where(postcode, None)
    assert person.sector == sector
    assert person.districts == districts


@pytest.mark.parametrize(
    ("postcode", "area", "named", "answer"),
    [
        ("SE5 8", None, ("SE5 8",), "yes"),
        ("SE5 9", None, ("SE5 8",), "no"),
        ("SE5", None, ("SE5 8",), "part"),
        ("SE5 9", None, ("SE5",), "yes"),
        ("SW9", None, ("SE5 8",), "no"),
        (None, None, ("SE5",), "unknown"),
        (None, "Camberwell", ("SE5",), "yes"),
        (None, "Camberwell", ("SE5 8",), "part"),
        (None, "Brixton", ("SW2",), "part"),
        (None, "Streatham Vale", ("SE5",), "no"),
    ],
)
def test_half_a_district_is_neither_in_nor_out(
    postcode: str | None, area: str | None, named: tuple[str, ...], answer: object
) -> None:
    assert in_districts(where(postcode, area), named) == answer


@pytest.mark.parametrize(
    ("postcode", "area", "named", "answer"),
    [
        (None, None, "Lambeth", "yes"),
        ("SE5", None, "Lambeth", "yes"),
        ("E8", None, "Lambeth", "no"),
        ("E8", "Lambeth", "Lambeth", "no"),
        (None, "Southwark", "Lambeth", "no"),
        ("SE5", None, "Southwark", "part"),
        (None, "Peckham", "Lambeth", "no"),
        (None, None, "Brixton", "unknown"),
        (None, "brixton ", "Brixton", "yes"),
        ("SW9", None, "Brixton", "part"),
        ("SW16", None, "Brixton", "no"),
        (None, "Stockwell", "Brixton", "part"),
        (None, None, "Greater London", "yes"),
        (None, None, "Atlantis", "unknown"),
    ],
)
def test_boroughs_and_neighbourhoods_take_people_in(
    postcode: str | None, area: str | None, named: str, answer: str
) -> None:
    assert in_area(where(postcode, area), named) == answer


def test_one_of_several_areas_is_enough() -> None:
    assert in_areas(where("SW9", None), ("Southwark", "Lambeth")) == "yes"
