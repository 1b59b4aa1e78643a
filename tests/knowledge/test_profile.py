from typing import Any

import pytest

from knowledge.profile import Profile, ProfileError, Said


def test_the_agreed_object_is_read_with_codes_of_every_group() -> None:
    profile = Profile.from_json(
        {
            "concepts": ["interest.music", "identity.refugee", {"code": "health.anxiety", "words": "nerves"}],
            "not": ["support.employability_skills"],
            "text": "I sing",
            "age": 34,
            "postcode": "SE5",
            "area": None,
            "languages": ["pt"],
            "dislikes": ["harbour"],
        }
    )
    assert profile.codes == {"interest.music", "identity.refugee", "health.anxiety"}
    assert profile.of("health") == (Said("health.anxiety", "nerves"),)
    assert profile.not_ == ("support.employability_skills",)
    assert (profile.age, profile.postcode, profile.area) == (34, "SE5", None)
    assert profile.dislikes == {"harbour"}


def test_an_empty_object_is_a_person_of_whom_nothing_is_known() -> None:
    assert Profile.from_json({}) == Profile()
    assert Profile().told_nothing


@pytest.mark.parametrize(
    ("document", "named"),
    [
        ([], "object"),
        ({"concepts": ["interest.flying"]}, "concepts"),
        ({"concepts": "interest.music"}, "concepts"),
        ({"not": [3]}, "not"),
        ({"age": "old"}, "age"),
        ({"age": -1}, "age"),
        ({"age": True}, "age"),
        ({"shoe_size": 7}, "shoe_size"),
        ({"languages": [1]}, "languages"),
        ({"diagnosis": "yes"}, "diagnosis"),
    ],
)
def test_a_wrong_profile_names_its_key(document: dict[str, Any], named: str) -> None:
    with pytest.raises(ProfileError, match=named):
        Profile.from_json(document)


def test_an_error_never_repeats_what_a_person_wrote() -> None:
    with pytest.raises(ProfileError) as error:
        Profile.from_json({"concepts": ["my name is Marcia"]})
    assert "Marcia" not in str(error.value)


@pytest.mark.parametrize(
    ("fields", "ages"),
    [
        ({}, None),
        ({"age": 34}, (34, 34)),
        ({"age_band": "16_17"}, (16, 17)),
        ({"age_band": "adult"}, (18, 120)),
        ({"age_band": "adult", "concepts": (Said("identity.age_16_25"),)}, (18, 25)),
        ({"concepts": (Said("identity.over_50"),)}, (50, 120)),
        ({"age": 34, "age_band": "16_17"}, (34, 34)),
        ({"age_band": "16_17", "concepts": (Said("identity.over_50"),)}, (16, 17)),
    ],
)
def test_everything_told_about_age_narrows_it(fields: dict[str, Any], ages: object) -> None:
    assert Profile(**fields).ages == ages


def test_codes_get_the_persons_own_words_from_the_text() -> None:
    document = {"concepts": ["interest.arts_crafts", "interest.music"], "text": "i love sewing. hate gardening"}
    profile = Profile.from_json(document)
    assert profile.concepts == (Said("interest.arts_crafts", "sewing"), Said("interest.music", ""))
    assert profile.not_ == ("interest.gardening_nature",)


def test_being_an_adult_does_not_answer_how_old_someone_is() -> None:
    assert not Profile(age_band="adult").age_known
    assert Profile(age_band="25_49").age_known
