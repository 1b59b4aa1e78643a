"""What somebody says does not suit them goes from what is known, and the rest stays."""

from __future__ import annotations

from datetime import UTC, datetime

from introductions.model import Fact
from introductions.no_longer_so import no_longer_so

NOW = datetime(2026, 11, 3, tzinfo=UTC)
FREE = Fact("1", "days", "Tue Fri", None, "yes", "tuesdays and fridays", "t", NOW)
COMPANY = Fact("2", "concept", "support.social_engagement", "support.social_engagement", "yes", "lonely", "t", NOW)


def test_of_several_days_the_others_stay() -> None:
    gone = no_longer_so([FREE, COMPANY], "friday")
    assert gone.facts == (FREE,)
    assert [one.value for one in gone.instead] == ["Tue"]


def test_a_hope_is_known_by_the_words_that_the_letter_has_for_it() -> None:
    assert no_longer_so([FREE, COMPANY], "some company").facts == (COMPANY,)
    assert no_longer_so([FREE, COMPANY], "company").facts == (COMPANY,)
