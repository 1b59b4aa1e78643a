"""The sample directory looks like a real borough, reads plainly, and repeats itself nowhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, timedelta
from typing import Any

import pytest

from knowledge.listing import Eligibility, Place, Provider, Service
from knowledge.records import fields_of
from knowledge.sample import FOLDER, SAMPLE_DAY, load_sample
from knowledge.typology import typology

DIRECTORY = load_sample()
PROVIDERS = list(DIRECTORY.providers.values())
SERVICES = list(DIRECTORY.services.values())

SHORT = {"id", "provider_id", "name", "like_group", "bespoke", "engagement", "capacity", "contact_name"}
SHORT |= {"keeper", "keeper_email"}
PROSE = tuple(f.name for f in fields(Service) if f.type == "str" and f.name not in SHORT)
PROVIDER_PROSE = ("about", "run_by", "reports_to", "employers", "space_to_share")
READ_ALOUD = ("summary", "about", "first_visit", "asks_of_you")
FORMULA = 3
"""Fewer words than this are a label ("Free"), not a sentence."""

BANNED = re.compile(
    r"\b(referrals?|refer(s|red)?|signpost\w*|clients?|service users?|barriers?|interventions?|journey|work-ready"
    r"|hard to reach|should|must|need to)\b|(?<!in )\bcase\b|!",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?])\s+", text) if part]


def texts() -> list[tuple[str, str, str]]:
    """Listing, field and text of everything a resident may read."""
    found = [(s.id, name, getattr(s, name)) for s in SERVICES for name in PROSE]
    found += [(p.id, name, getattr(p, name)) for p in PROVIDERS for name in PROVIDER_PROSE]
    return [(listing, name, text) for listing, name, text in found if text]


def test_it_is_as_large_and_as_mixed_as_a_borough() -> None:
    assert len(PROVIDERS) >= 48
    assert len(SERVICES) >= 95
    assert {p.size for p in PROVIDERS} == {"tiny", "small", "medium", "large"}
    assert {p.kind for p in PROVIDERS} >= {"charity", "community", "social_enterprise", "college", "council", "nhs"}
    assert {p.kind for p in PROVIDERS} >= {"housing", "private", "faith", "jobcentre", "dwp"}
    assert sum(p.black_led for p in PROVIDERS) >= 10
    assert sum(p.kind == "council" for p in PROVIDERS) == 2
    assert sum(p.kind in ("jobcentre", "dwp") for p in PROVIDERS) == 2
    assert all(DIRECTORY.services_of(p.id) for p in PROVIDERS)


def test_every_district_of_the_borough_has_places() -> None:
    districts = {place.district for s in SERVICES for place in s.places}
    assert districts == {"SE1", "SE5", "SE11", "SE24", "SE27", "SW2", "SW4", "SW8", "SW9", "SW16"}


@pytest.mark.parametrize(
    ("field", "group", "least"),
    [("support", "support", 5), ("stages", "stage", 25), ("interests", "interest", 2)],
)
def test_every_kind_stage_and_interest_has_a_real_choice(field: str, group: str, least: int) -> None:
    offered = [s for s in SERVICES if s.capacity in ("open", "waiting")]
    counted = Counter(code for s in offered for code in getattr(s, field))
    assert {code: counted[code] for code in typology().group(group) if counted[code] < least} == {}


def test_every_kind_of_engagement_format_and_capacity_occurs() -> None:
    assert {s.engagement for s in SERVICES} == {"open_ended", "goal_led", "fixed", "one_off"}
    assert {s.bespoke for s in SERVICES} == {"bespoke", "defined"}
    assert {s.capacity for s in SERVICES} == {"open", "waiting", "full", "closed"}
    assert {form for s in SERVICES for form in s.formats} == {"one_to_one", "group", "online", "outreach", "phone"}
    assert {s.child_safeguarding for s in SERVICES} == {True, False, None}
    assert {place.private for s in SERVICES for place in s.places} == {True, False}
    assert any(s.cost_introducer for s in SERVICES)


def test_ten_groups_of_like_services_have_two_to_four_members() -> None:
    groups = Counter(s.like_group for s in SERVICES if s.like_group)
    assert len(groups) >= 10
    assert {name: size for name, size in groups.items() if not 2 <= size <= 4} == {}


def test_everything_is_marked_invented_and_no_address_can_be_reached() -> None:
    assert all(p.sample for p in PROVIDERS)
    for p in PROVIDERS:
        assert p.website.endswith(".example")
        if p.kind in ("jobcentre", "dwp"):
            assert not p.letter_email
        else:
            assert p.letter_email == f"letters@{p.id}.example"
    assert not re.search(r"@|https?:|\b0\d{9,}\b", " ".join(text for _, _, text in texts()))


@pytest.mark.parametrize("part", [Provider, Service, Eligibility, Place])
def test_every_field_of_the_model_is_filled_in_somewhere(part: type[Any]) -> None:
    found: Mapping[type[Any], list[Any]] = {
        Provider: PROVIDERS,
        Service: SERVICES,
        Eligibility: [s.eligibility for s in SERVICES],
        Place: [place for s in SERVICES for place in s.places],
    }
    empty = (None, "", (), False)
    names = [field.name for field in fields_of(part)]
    assert [name for name in names if all(getattr(one, name) in empty for one in found[part])] == []


@pytest.mark.parametrize(
    "found", [[p.second_email for p in PROVIDERS], [s.keeper_email for s in SERVICES]], ids=["second", "keeper"]
)
def test_no_other_address_can_be_reached_either(found: list[str]) -> None:
    addresses = set(filter(None, found))
    assert len(addresses) >= 2
    assert all(address.endswith(".example") for address in addresses)


def test_no_two_listings_share_a_sentence() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for listing, _, text in texts():
        for sentence in sentences(text):
            if len(sentence.split()) >= FORMULA:
                seen[sentence.casefold().rstrip(".")].add(listing)
    assert {sentence: sorted(where) for sentence, where in seen.items() if len(where) > 1} == {}


def test_sentences_are_short_and_use_none_of_the_words_we_avoid() -> None:
    long = [(listing, s) for listing, _, text in texts() for s in sentences(text) if len(s.split()) > 20]
    assert long == []
    assert [(listing, name, text) for listing, name, text in texts() if BANNED.search(text)] == []


def test_a_summary_is_at_most_thirty_words() -> None:
    assert {s.id: len(s.summary.split()) for s in SERVICES if not 5 <= len(s.summary.split()) <= 30} == {}


def test_the_reading_age_is_nine_in_every_file() -> None:
    for path in sorted(FOLDER.glob("services*.yaml")):
        ids = set(re.findall(r"(?m)^- id: (\S+)", path.read_text(encoding="utf-8")))
        text = " ".join(getattr(s, name) for s in SERVICES if s.id in ids for name in READ_ALOUD)
        words, ends = re.findall(r"[\w'’-]+", text), len(re.findall(r"[.?]", text))
        score = 4.71 * sum(map(len, words)) / len(words) + 0.5 * len(words) / ends - 21.43
        assert score <= 5, f"{path.name}: {score:.1f}"


def test_a_first_visit_names_a_person_and_says_how_many_there_are() -> None:
    number = re.compile(
        r"\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|sixteen|eighteen|twenty|forty"
        r"|fifty|dozen|pair|both|alone|only|just|nobody|single|no other|on your own|by yourself|sees? you|between you"
        r"|she comes|each)\b",
        re.IGNORECASE,
    )
    anonymous = {"the front desk", "the adviser on your letter"}
    for s in SERVICES:
        assert s.first_visit, s.id
        if s.contact_name not in anonymous:
            assert re.search(r"\b[A-Z][a-z]+", s.first_visit), s.id
            assert number.search(s.first_visit), (s.id, s.first_visit)


def test_each_service_can_say_what_a_card_says() -> None:
    for s in SERVICES:
        assert s.summary, s.id
        assert s.support, s.id
        assert s.stages, s.id
        assert s.formats, s.id
        assert s.cost, s.id
        assert s.times_words, s.id
        assert s.contact_name, s.id
        assert s.keeper, s.id
        assert s.checked, s.id
        assert s.places or {"online", "phone", "outreach"} & set(s.formats), s.id
        assert not set(s.adapts) & set(s.cannot_meet), s.id
        assert (s.group_size is not None) == ("group" in s.formats), s.id


def test_benefits_advice_may_touch_benefits_and_so_does_paid_work() -> None:
    advice = [s for s in SERVICES if s.like_group == "benefits advice"]
    assert len(advice) == 3
    assert all(s.touches_benefits for s in advice)
    assert DIRECTORY.services["plantain-trainee"].touches_benefits


def test_dates_move_with_the_day_so_that_the_sample_never_rots() -> None:
    later = load_sample(SAMPLE_DAY + timedelta(days=400)).services
    for s in SERVICES:
        assert later[s.id].checked == (s.checked or date.min) + timedelta(days=400)
    assert later["kestrel-trauma-group"].starts == SAMPLE_DAY + timedelta(days=435)


def test_files_stay_small() -> None:
    assert {p.name for p in FOLDER.glob("*.yaml") if len(p.read_text(encoding="utf-8").splitlines()) >= 300} == set()


def test_ids_are_short_plain_and_used_once() -> None:
    written = [i for p in FOLDER.glob("*.yaml") for i in re.findall(r"(?m)^- id: (\S+)", p.read_text(encoding="utf-8"))]
    assert len(written) == len(set(written)) == len(PROVIDERS) + len(SERVICES)
    assert all(re.fullmatch(r"[a-z0-9-]{3,30}", i) for i in written)
    assert all(isinstance(p, Provider) for p in PROVIDERS)
