from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from knowledge.typology import typology

_DESIGN = Path(__file__).parents[4] / "shared" / "design" / "typology.yaml"


def test_groups_keep_the_order_of_the_file() -> None:
    assert typology().group("stage") == ("stage.distant", "stage.nearer", "stage.ready", "stage.in_work")
    assert typology().label("health.sight") == "Sight loss"


@pytest.mark.skipif(not _DESIGN.exists(), reason="the design folder is not beside this checkout")
def test_no_code_of_the_contract_is_renamed_or_dropped() -> None:
    design = yaml.safe_load(_DESIGN.read_text(encoding="utf-8"))
    assert {f"{group}.{key}" for group, keys in design.items() for key in keys} <= typology().codes
