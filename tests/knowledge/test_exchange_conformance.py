from __future__ import annotations

import json
from pathlib import Path

from knowledge.exchange import export_directory
from knowledge.exchange.conformance import SHOWN, conformance
from knowledge.sample import load_sample

FEEDS = Path(__file__).parent.parent / "data" / "feeds"


def test_what_we_export_holds_to_the_standard() -> None:
    contents = json.loads(export_directory(load_sample(), "oruk"))["contents"]
    assert len(contents) > 90
    assert conformance(contents) == []


def test_a_messy_feed_is_told_apart_field_by_field_without_its_values() -> None:
    contents = json.loads((FEEDS / "oruk_v3_messy.json").read_text(encoding="utf-8"))["contents"]
    found = conformance(contents)
    first = {problem.field for problem in found if problem.record == contents[0]["id"]}
    assert {"email", "minimum_age", "organization.id"} <= first
    assert all(problem.kept for problem in found)
    assert "Larch" not in repr(found)


def test_bad_addresses_and_missing_fields_are_seen() -> None:
    record = {"id": "4f6a1b1e-0000-4000-8000-00000000000a", "name": "N", "status": "open", "url": "not a uri"}
    assert {problem.field for problem in conformance([record])} == {"status", "url"}
    (missing,) = conformance([{"id": record["id"], "name": "N"}])
    assert missing.problem.endswith("required status, url")


def test_a_record_wrong_throughout_is_told_in_ten_lines() -> None:
    assert len(conformance([{"attributes": [{} for _ in range(40)]}, 5])) == SHOWN + 1
