"""Open Referral feeds as they really are: both versions, every known mess, over HTTP."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import create_engine

from knowledge import store as store_module
from knowledge.exchange import FeedError, Report, fetch, import_directory, tags
from knowledge.exchange.clean import ages_of, shortened, words_of
from knowledge.exchange.tags import codes_of
from knowledge.listing import Service, Slot
from knowledge.store import DirectoryStore, metadata
from knowledge.typology import typology

FEEDS = Path(__file__).parent.parent / "data" / "feeds"
FIRST, LONG = "0b6f2c1e-0000-4000-8000-000000000001", "0b6f2c1e-0000-4000-8000-000000000002"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DirectoryStore]:
    engine = create_engine(f"sqlite:///{tmp_path / 'directory.db'}")
    metadata.create_all(engine, [store_module.provider, store_module.service])
    yield DirectoryStore(engine)
    engine.dispose()


@pytest.fixture
def messy(store: DirectoryStore, tmp_path: Path) -> Report:
    """The messy feed, one description grown to 145,411 characters as in a real one."""
    text = (FEEDS / "oruk_v3_messy.json").read_text(encoding="utf-8")
    sentence = "We tell stories of the river. "
    file = tmp_path / "messy.json"
    file.write_text(text.replace('"LONG"', json.dumps((sentence * 5_000)[:145_411])), encoding="utf-8")
    return import_directory(str(file), store, format="oruk")


def problems(report: Report, record: str) -> set[str]:
    return {problem.field for problem in report.problems if problem.record == record}


def test_a_messy_feed_is_taken_but_for_the_records_that_are_none(messy: Report, store: DirectoryStore) -> None:
    assert (messy.added, messy.withheld) == (5, 3)
    assert {p.record for p in messy.problems if not p.kept} == {
        "0b6f2c1e-0000-4000-8000-000000000003",
        "0b6f2c1e-0000-4000-8000-000000000004",
        "service 5",
    }
    assert set(store.load().providers) == {"org-larch", "org-jcp"}


def test_each_mess_is_put_right_and_said(messy: Report, store: DirectoryStore) -> None:
    service = store.load().services[FIRST]
    assert service.name == "Money talks"
    assert service.about == "Sit down with an adviser & sort your bills. Debt Benefits"
    assert (service.eligibility.min_age, service.eligibility.max_age) == (None, None)
    assert service.eligibility.areas == ("Lambeth",)
    assert service.support == ("support.financial_advice",)
    assert service.languages == ("pt", "en")
    assert service.times == (Slot(0, "10:00", "13:00"), Slot(2, "10:00", "13:00"))
    assert service.times_words == "Monday and Wednesday mornings"
    assert (service.free, service.cost, service.contact_name) == (True, "Free", "Rowan")
    assert [(p.name, p.district, p.address) for p in service.places] == [("Larch House", "SW9", "5 Larch Walk, London")]
    assert str(service.checked) == "2026-10-01"
    assert problems(messy, FIRST) == {"description", "minimum_age", "attributes", "languages", "schedules"}
    assert problems(messy, "org-larch") == {"description", "email"}


def test_a_text_without_end_is_cut_at_a_sentence_and_said(messy: Report, store: DirectoryStore) -> None:
    service = store.load().services[LONG]
    assert 1_000 < len(service.about) <= 1_500
    assert service.about.endswith("river.")
    assert service.summary == "We tell stories of the river."
    assert any("145,411" in p.problem for p in messy.problems if p.record == LONG)
    assert (service.capacity, service.free, service.cost) == ("closed", False, "£35 per hour")
    assert service.eligibility.areas == ()
    assert {"maximum_age", "service_areas"} <= problems(messy, LONG)


def test_a_jobcentre_is_known_by_its_name_and_takes_no_introductions(messy: Report, store: DirectoryStore) -> None:
    provider = store.load().providers["org-jcp"]
    assert (provider.kind, provider.letter_email, provider.takes_introductions) == ("jobcentre", "", False)
    assert problems(messy, "org-jcp") == {"email"}


def test_the_older_version_is_read_too(store: DirectoryStore) -> None:
    report = import_directory(str(FEEDS / "oruk_v1.json"), store)
    service = store.load().services["svc-77"]
    assert (report.added, report.withheld) == (2, 0)
    assert service.interests == ("interest.gardening_nature",)
    assert service.support == ("support.work_experience",)
    assert service.times == (Slot(5, "13:30", "16:00"),)
    assert (service.eligibility.min_age, service.eligibility.max_age) == (18, 65)
    assert (service.free, service.cost) == (True, "Free")
    assert [(place.name, place.district) for place in service.places] == [("2 Cob Lane, London", "SE27")]
    assert store.load().providers["org-7"].letter_email == "hello@cob-lane.example"


def test_the_standards_own_check_adds_to_the_report_and_takes_nothing_away(store: DirectoryStore) -> None:
    file = str(FEEDS / "oruk_v3_messy.json")
    plain = import_directory(file, store, dry_run=True)
    strict = import_directory(file, store, dry_run=True, conform=True)
    assert (strict.added, strict.withheld) == (plain.added, plain.withheld)
    assert len(strict.problems) > len(plain.problems)
    assert any("does not hold to Open Referral UK 3" in problem.problem for problem in strict.problems)


def test_silence_about_cost_is_not_free(store: DirectoryStore, tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    file.write_text(json.dumps(service_record("a")), encoding="utf-8")
    import_directory(str(file), store)
    assert (store.load().services["a"].free, store.load().services["a"].cost) == (False, "")


def collect() -> tuple[list[str], Callable[[str, str], None]]:
    fields: list[str] = []
    return fields, lambda name, _: fields.append(name)


@pytest.mark.parametrize(
    ("raw", "clean", "warned"),
    [
        ("Tea &amp; cake", "Tea & cake", True),
        ("under 5 < over 3 & all", "under 5 < over 3 & all", False),
        ("<ul><li>One</li><li>Two</li></ul>", "One Two", True),
        ("<style>p{}</style>Hello<br/>you", "Hello you", True),
        ("<b>Bold</b>, still", "Bold, still", True),
        (None, "", False),
    ],
)
def test_markup_is_taken_out_and_plain_signs_stay(raw: str | None, clean: str, warned: bool) -> None:
    fields, warn = collect()
    assert words_of(raw, "f", warn) == clean
    assert bool(fields) == warned


@pytest.mark.parametrize(
    ("low", "high", "ages", "warned"),
    [
        (-1, None, (None, None), True),
        (0, 0.0, (None, 0), False),
        ("16", "25", (16, 25), False),
        (18.0, 999, (18, None), False),
        ("old", 65, (None, 65), True),
        (1e400, None, (None, None), True),
    ],
)
def test_ages(low: Any, high: Any, ages: tuple[int | None, int | None], warned: bool) -> None:
    fields, warn = collect()
    assert ages_of(low, high, warn) == ages
    assert bool(fields) == warned


def test_a_long_text_of_one_sentence_is_cut_at_a_word() -> None:
    fields, warn = collect()
    assert shortened("word " * 400, "f", warn, limit=50) == "word word word word word word word word word…"
    assert fields == ["f"]


def test_tags_are_whole_words_and_our_own_codes_stand_for_themselves() -> None:
    assert codes_of(["Part", "Party"]) == ((), ("Part", "Party"))
    assert codes_of(["Arts and crafts", "Self-Employment", "health.anxiety"]) == (
        ("interest.arts_crafts", "support.business_enterprise", "health.anxiety"),
        (),
    )
    assert codes_of(["Welfare rights", "Employment"])[0] == (
        "support.financial_advice",
        "support.broader_welfare",
        "support.job_brokering",
    )


def test_every_tag_of_the_list_stands_for_a_code_that_exists() -> None:
    assert set(tags._phrases()) <= typology().codes


def service_record(identity: str, **more: Any) -> dict[str, Any]:
    organization = {"id": "org", "name": "Cob Lane Community", "email": "hello@cob.example"}
    return {"id": identity, "name": f"Service {identity}", "status": "active", "organization": organization, **more}


@dataclass
class Feed:
    """A small real server: a list of shallow records in pages of two, and each service by itself."""

    services: dict[str, dict[str, Any]]
    broken: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def answer(self, path: str) -> tuple[int, bytes]:
        self.asked.append(path)
        route, _, query = path.partition("?")
        if path in self.broken or route in self.broken:
            return 500, b"out of order"
        if route == "/services":
            page = int(query.removeprefix("page=") or 1)
            ids = list(self.services)
            shallow = [{"id": i, "name": self.services[i]["name"]} for i in ids[2 * page - 2 : 2 * page]]
            return 200, json.dumps({"total_pages": (len(ids) + 1) // 2, "contents": shallow}).encode()
        found = self.services.get(route.removeprefix("/services/"))
        return (200, json.dumps(found).encode()) if found else (404, b"{}")


@contextmanager
def serving(feed: Feed) -> Iterator[Feed]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = feed.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    feed.url = f"http://127.0.0.1:{server.server_port}/services"
    try:
        yield feed
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_each_record_of_a_live_feed_is_fetched_by_itself(store: DirectoryStore) -> None:
    with serving(Feed({i: service_record(i, description="All about it.") for i in "abc"})) as feed:
        report = import_directory(feed.url, store)
    assert (report.added, report.withheld) == (4, 0)
    assert store.load().services["c"].about == "All about it."
    assert {"/services/a", "/services/b", "/services/c", "/services?page=2"} <= set(feed.asked)


def test_one_failed_fetch_deletes_nothing_and_wipes_nothing(store: DirectoryStore) -> None:
    records = {i: service_record(i, description="All about it.") for i in "abc"}
    with serving(Feed(records)) as feed:
        import_directory(feed.url, store)
    before = store.load().services
    with serving(Feed(records, broken={"/services/b"})) as feed:
        report = import_directory(feed.url, store)
    assert store.load().services == before
    assert (report.withheld, [p.record for p in report.problems if not p.kept]) == (1, ["b"])


def test_a_page_that_fails_loses_only_itself(store: DirectoryStore) -> None:
    with serving(Feed({i: service_record(i) for i in "abcde"}, broken={"/services?page=2"})) as feed:
        report = import_directory(feed.url, store)
    assert set(store.load().services) == {"a", "b", "e"}
    assert [p.record for p in report.problems if not p.kept] == ["page 2"]


def test_a_feed_that_does_not_answer_is_an_error_without_its_text(store: DirectoryStore) -> None:
    with serving(Feed({}, broken={"/services"})) as feed, pytest.raises(FeedError, match="status 500") as caught:
        import_directory(feed.url, store)
    assert "out of order" not in str(caught.value)


def test_a_dead_server_is_given_up_after_a_while(store: DirectoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "FAILURES", 3)
    ids = [f"s{n}" for n in range(20)]
    with serving(Feed({i: service_record(i) for i in ids}, broken={f"/services/{i}" for i in ids})) as feed:
        report = import_directory(feed.url, store)
    assert sum(path.startswith("/services/") for path in feed.asked) == 3
    assert report.withheld == 4


def test_an_answer_without_end_is_not_read_to_the_end(store: DirectoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "BYTES", 1_000)
    huge = service_record("a", description="x" * 5_000)
    with serving(Feed({"a": huge, "b": service_record("b")})) as feed:
        report = import_directory(feed.url, store)
    assert set(store.load().services) == {"b"}
    assert report.withheld == 1


def test_a_file_of_another_format_can_be_fetched_whole(store: DirectoryStore) -> None:
    class Plain(Feed):
        def answer(self, path: str) -> tuple[int, bytes]:
            return 200, b"providers: [{id: p, name: P}]\nservices: [{id: s, provider_id: p, name: S}]"

    with serving(Plain({})) as feed:
        assert import_directory(feed.url, store, format="yaml").added == 2
    assert store.load().services["s"] == Service("s", "p", "S")
