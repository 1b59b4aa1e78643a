"""Out and in again, what changed and what did not, and what a keeper is told."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis.strategies import characters, lists, text
from sqlalchemy import create_engine

from knowledge import store as tables
from knowledge.directory import Directory
from knowledge.exchange import FeedError, check_directory, export_directory, import_directory
from knowledge.exchange.csv_text import read_csv_feed
from knowledge.exchange.oruk_read import read_services, records_in_text
from knowledge.exchange.yaml_text import read_yaml_feed
from knowledge.listing import Place, Provider, Service
from knowledge.sample import SAMPLE_DAY, load_sample
from knowledge.store import DirectoryStore, metadata

SAMPLE = load_sample()
ENDINGS = {"oruk": "json", "hsds": "json", "csv": "csv", "yaml": "yaml"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DirectoryStore]:
    engine = create_engine(f"sqlite:///{tmp_path / 'directory.db'}")
    metadata.create_all(engine, [tables.provider, tables.service])
    yield DirectoryStore(engine)
    engine.dispose()


def as_exported(directory: Directory) -> dict[str, Service]:
    return {
        s.id: replace(s, keeper_email="", places=tuple(replace(p, address=p.shown_address) for p in s.places))
        for s in directory.services.values()
    }


@pytest.mark.parametrize("form", ENDINGS)
def test_the_whole_directory_goes_out_and_comes_back(form: str, store: DirectoryStore, tmp_path: Path) -> None:
    file = tmp_path / f"directory.{ENDINGS[form]}"
    file.write_text(export_directory(SAMPLE, form), encoding="utf-8", newline="")
    report = import_directory(str(file), store, format=form)
    assert (report.added, report.updated, report.withheld) == (len(SAMPLE.providers) + len(SAMPLE.services), 0, 0)
    assert report.problems == ()
    assert store.load().providers == SAMPLE.providers
    assert dict(store.load().services) == as_exported(SAMPLE)


@pytest.mark.parametrize("form", ENDINGS)
def test_no_export_holds_a_private_address(form: str) -> None:
    places = [p.address for s in SAMPLE.services.values() for p in s.places if p.private and p.address]
    keepers = [s.keeper_email for s in SAMPLE.services.values() if s.keeper_email]
    text = export_directory(SAMPLE, form)
    assert places
    assert keepers
    assert not [address for address in places + keepers if address in text]


def test_an_export_that_comes_back_does_not_wipe_a_private_address(store: DirectoryStore, tmp_path: Path) -> None:
    file = tmp_path / "directory.yaml"
    file.write_text(export_directory(SAMPLE, "yaml"), encoding="utf-8")
    store.save(SAMPLE)
    report = import_directory(str(file), store)
    assert (report.added, report.updated) == (0, 0)
    assert store.load().services == SAMPLE.services


def test_a_new_keeper_does_not_get_the_mail_of_the_last(store: DirectoryStore, tmp_path: Path) -> None:
    place, before = Provider("p", "P"), Service("s", "p", "S", keeper="Rosa", keeper_email="rosa@p.example")
    store.upsert([place], [before])
    file = tmp_path / "directory.yaml"
    now = Directory.of([place], [replace(before, keeper="Abel", keeper_email="")])
    file.write_text(export_directory(now, "yaml"), encoding="utf-8")
    import_directory(str(file), store)
    assert (store.load().services["s"].keeper, store.load().services["s"].keeper_email) == ("Abel", "")


def test_a_dry_run_tells_and_writes_nothing(store: DirectoryStore, tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_text("providers: [{id: p, name: P}]\nservices: [{id: s, provider_id: p, name: S}]", encoding="utf-8")
    assert import_directory(str(file), store, dry_run=True).added == 2
    assert not store.load().providers
    import_directory(str(file), store)
    file.write_text("services: [{id: s, provider_id: p, name: Renamed}]", encoding="utf-8")
    again = import_directory(str(file), store)
    assert (again.added, again.updated, again.unchanged) == (0, 1, 0)
    assert again.as_json() == {"added": 0, "updated": 1, "unchanged": 0, "withheld": 0, "problems": []}


def test_a_record_that_is_gone_from_a_feed_stays_in_the_directory(store: DirectoryStore, tmp_path: Path) -> None:
    store.save(SAMPLE)
    file = tmp_path / "empty.yaml"
    file.write_text("providers: []\nservices: []", encoding="utf-8")
    import_directory(str(file), store)
    assert set(store.load().services) == set(SAMPLE.services)


def test_bad_records_are_withheld_and_the_rest_is_taken(store: DirectoryStore, tmp_path: Path) -> None:
    file = tmp_path / "mixed.yaml"
    file.write_text(
        "providers: [{id: p, name: P}, {name: no id}, 7]\n"
        f"services: [{{id: s, provider_id: p, name: S, support: [magic]}}, {{id: lost, provider_id: x, name: L}},"
        f" {{id: {'y' * 121}, provider_id: p, name: Y}}]",
        encoding="utf-8",
    )
    report = import_directory(str(file), store)
    assert (report.added, report.withheld) == (2, 4)
    assert [(p.record[:10], p.field, p.kept) for p in report.problems] == [
        ("provider 2", "id", False),
        ("provider 3", "", False),
        ("s", "support", True),
        ("y" * 10, "id", False),
        ("lost", "provider_id", False),
    ]


def test_one_outsized_or_unstorable_record_does_not_stop_a_feed(store: DirectoryStore, tmp_path: Path) -> None:
    organization = {"id": "p", "name": "P", "email": f"{'a' * 330}@p.example"}
    records = [{"id": "s\x00", "name": "N" * 400, "description": "half \ud800 a sign", "organization": organization}]
    file = tmp_path / "odd.json"
    file.write_text(json.dumps(records), encoding="utf-8")
    report = import_directory(str(file), store)
    service = store.load().services["s"]
    assert (len(service.name), service.about) == (300, "half a sign")
    assert store.load().providers["p"].letter_email == ""
    assert {"name", "letter_email"} <= {problem.field for problem in report.problems}


def test_an_empty_address_in_a_feed_keeps_the_one_we_know(store: DirectoryStore, tmp_path: Path) -> None:
    store.upsert([Provider("p", "P", letter_email="hello@p.example")])
    file = tmp_path / "p.yaml"
    file.write_text("providers: [{id: p, name: P, about: New}]", encoding="utf-8")
    import_directory(str(file), store)
    assert store.load().providers["p"] == Provider("p", "P", about="New", letter_email="hello@p.example")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.yaml", "a: [1"),
        ("x.yaml", "just words"),
        ("x.json", "{"),
        ("x.json", '{"places": []}'),
        ("x.json", "[" * 100_000),
        ("x.csv", "colour,size\nred,1\n"),
        ("x.csv", ""),
    ],
)
def test_what_cannot_be_read_at_all_says_what_to_do(
    name: str, text: str, store: DirectoryStore, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(FeedError, match=r"^(Correct|Put|Give) "):
        import_directory(str(tmp_path / name), store)


def test_a_missing_file_and_an_unknown_format_say_what_to_do(store: DirectoryStore, tmp_path: Path) -> None:
    with pytest.raises(FeedError, match="Check the path"):
        import_directory(str(tmp_path / "none.yaml"), store)
    with pytest.raises(FeedError, match="Name one of the formats oruk, hsds, csv, yaml"):
        export_directory(SAMPLE, "xml")


def test_a_table_typed_by_hand_is_read(store: DirectoryStore, tmp_path: Path) -> None:
    file = tmp_path / "by_hand.csv"
    file.write_text(
        "\ufeffid,name,support,times,places,eligibility.min_age,provider.id,provider.name,notes\n"
        "walks,Slow walks,social_engagement; coaching_mentoring,Mon 10:00-11:00,The hall; The park,18,hall,The Hall,\n"
        ",,,,,,lonely,Lonely Provider,\n",
        encoding="utf-8",
    )
    report = import_directory(str(file), store)
    assert (report.added, report.problems) == (3, ())
    walks = store.load().services["walks"]
    assert walks.support == ("support.social_engagement", "support.coaching_mentoring")
    assert [place.name for place in walks.places] == ["The hall", "The park"]
    assert walks.eligibility.min_age == 18
    assert set(store.load().providers) == {"hall", "lonely"}


def test_a_cell_never_becomes_a_formula_in_a_spreadsheet(store: DirectoryStore, tmp_path: Path) -> None:
    nasty = Directory.of([Provider("p", "=1+1", about="-x")], [Service("s", "p", "@cmd", times_words="+44")])
    text = export_directory(nasty, "csv")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    (tmp_path / "n.csv").write_text(text, encoding="utf-8", newline="")
    import_directory(str(tmp_path / "n.csv"), store)
    assert store.load().services == nasty.services
    assert store.load().providers == nasty.providers


words = text(characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)


@given(name=words, cost=words, about=words, ways=lists(words, unique=True, max_size=3))
@settings(max_examples=60, deadline=None)
def test_any_words_survive_every_format(name: str, cost: str, about: str, ways: list[str]) -> None:
    service = Service("s", "p", name, cost=cost, ways_in=tuple(ways), places=(Place(name),))
    directory = Directory.of([Provider("p", name, about=about)], [service])
    for feed in (
        read_csv_feed(export_directory(directory, "csv")),
        read_yaml_feed(export_directory(directory, "yaml")),
        read_services(records_in_text(export_directory(directory, "oruk"))),
    ):
        assert feed.problems == []
        assert Directory(feed.providers, feed.services) == directory


def test_an_open_referral_page_has_what_its_readers_need() -> None:
    page = json.loads(export_directory(SAMPLE, "oruk"))
    assert page["total_items"] == page["size"] == len(page["contents"]) == len(SAMPLE.services)
    for record in page["contents"]:
        assert {"id", "name", "status", "url"} <= set(record)
        assert record["status"] in {"active", "temporarily closed"}
        assert UUID(record["id"])
        assert UUID(record["organization"]["id"])
    again = json.loads(export_directory(load_sample(), "oruk"))
    assert [record["id"] for record in again["contents"]] == [record["id"] for record in page["contents"]]


def test_a_healthy_listing_has_no_problems_and_the_sample_only_the_planned_ones() -> None:
    found = check_directory(SAMPLE, SAMPLE_DAY)
    assert {p.field for p in found} == {"checked", "ends", "funded_until"}
    assert {p.record for p in found if not p.kept} == {
        "larkmead-apply-night",
        "lampblack-radio-desk",
        "bridgefoot-hair",
        "tide-street-guides",
    }


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"summary": ""}, "summary"),
        ({"summary": "word " * 31}, "summary"),
        ({"places": (), "formats": ("group",)}, "places"),
        ({"times": (), "times_words": ""}, "times"),
        ({"adapts": ("constraint.cost",), "cannot_meet": ("constraint.cost",)}, "adapts"),
        ({"not_alongside": ("nowhere",)}, "not_alongside"),
        ({"starts": date(2027, 2, 1), "ends": date(2027, 1, 1)}, "starts"),
        ({"capacity": "full", "full_until": SAMPLE_DAY}, "full_until"),
        ({"checked": None}, "checked"),
        ({"checked": SAMPLE_DAY - timedelta(days=181)}, "checked"),
    ],
)
def test_a_check_names_what_is_wrong(change: dict[str, object], field: str) -> None:
    sound = SAMPLE.services["thread-kettle-circle"]
    provider = SAMPLE.provider_of(sound)
    assert check_directory(Directory.of([provider], [sound]), SAMPLE_DAY) == []
    broken = Directory.of([provider], [replace(sound, **change)])  # type: ignore[arg-type]
    assert [problem.field for problem in check_directory(broken, SAMPLE_DAY)] == [field]


def test_a_provider_nobody_can_write_to_is_named_but_not_the_jobcentre() -> None:
    mute, office = Provider("mute", "Mute"), Provider("office", "Office", kind="jobcentre")
    hall = (Place("Hall"),)
    services = [
        replace(SAMPLE.services["thread-kettle-circle"], id=p.id, provider_id=p.id, places=hall) for p in (mute, office)
    ]
    found = check_directory(Directory.of([mute, office], services), SAMPLE_DAY)
    assert [(problem.record, problem.field) for problem in found] == [("mute", "letter_email")]
