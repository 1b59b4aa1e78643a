from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from introductions import Introductions, templates
from introductions.errors import KeepNotAgreed, NoIntroduction, NotFound, StaleDraft
from introductions.links import LIFE, token_end
from introductions.store.tables import ConsentRow
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story, token_of

NIGHT = datetime(2026, 11, 3, 22, 30, tzinfo=UTC)
TEXTS = ("mail_subject", "mail_text", "mail_html", "page_text", "shown_text")


@pytest.mark.parametrize(
    ("service", "reason"), [("coach", "takes_none"), ("mending", "takes_none"), ("nowhere", "unknown_service")]
)
def test_some_places_are_never_introduced_to(room: Introductions, story: Story, service: str, reason: str) -> None:
    story.known()
    with pytest.raises(NoIntroduction) as refused:
        room.draft(MARCIA, service, key="k")
    assert refused.value.reason == reason


def test_just_looking_makes_no_introduction(room: Introductions) -> None:
    room.ensure_person(MARCIA)
    room.set_keep(MARCIA, "look", channel="web", how="tap", wording="v1", key="k")
    with pytest.raises(NoIntroduction) as refused:
        room.draft(MARCIA, "circle", key="k2")
    assert refused.value.reason == "just_look"


def test_at_sixteen_only_where_child_safeguarding_is_recorded(room: Introductions, story: Story) -> None:
    story.known()
    room.set_age_band(MARCIA, "16_17", "k")
    with pytest.raises(NoIntroduction):
        room.draft(MARCIA, "circle", key="k2")
    assert room.draft(MARCIA, "quilts", key="k3").provider_id == "kettle"


def test_an_introduction_under_way_is_not_made_twice(room: Introductions, story: Story) -> None:
    introduction = story.agreed()
    with pytest.raises(NoIntroduction):
        room.draft(MARCIA, "circle", key="again")
    room.withdraw(introduction.id, by="person", reason="", key="w")
    assert room.draft(MARCIA, "circle", key="later").introduction_id != introduction.id


def test_a_draft_is_finished_and_its_changes_are_versions(room: Introductions, story: Story) -> None:
    draft = story.drafted()
    assert "sewing" in draft.mail_text
    on = room.switch_field(draft.id, "helps", True, "k1")
    edited = room.edit_line(draft.id, "enjoys", "quilts, mostly", "k2")
    assert (draft.version, on.version, edited.version) == (1, 2, 3)
    assert "quilts, mostly" in edited.page_text
    assert room.current_draft(MARCIA) == edited


def test_an_empty_line_cannot_be_switched_on(room: Introductions, story: Story) -> None:
    draft = story.drafted()
    assert room.switch_field(draft.id, "health", True, "k") == draft


def test_a_new_draft_takes_the_place_of_the_open_one(room: Introductions, story: Story) -> None:
    first = story.drafted("circle")
    second = room.draft(MARCIA, "skills", key="k")
    assert room.current_draft(MARCIA) == second
    with pytest.raises(NotFound):
        room.switch_field(first.id, "helps", True, "k2")


def test_a_discarded_draft_is_heard_of_by_nobody(room: Introductions, story: Story) -> None:
    draft = story.drafted()
    room.discard(draft.id, "k")
    assert room.current_draft(MARCIA) is None
    with pytest.raises(NotFound):
        room.agree(draft.id, draft.version, how="tap", channel="web", wording="v1", key="k2")
    assert story.post() == []


def test_consent_names_exactly_what_was_shown(room: Introductions, story: Story, clock: FrozenClock) -> None:
    draft = story.drafted()
    introduction = room.agree(draft.id, 1, how="typed", channel="telegram", wording="letter-v1", key="k")
    [consent] = [row for row in room.export(MARCIA)["consent"] if row["purpose"] == "introduction"]
    assert consent["texts"] == {name: getattr(draft, name) for name in TEXTS}
    assert consent["sha256s"] == {name: hashlib.sha256(t.encode()).hexdigest() for name, t in consent["texts"].items()}
    assert (consent["provider_id"], consent["introduction_id"]) == ("kettle", introduction.id)
    assert consent["fields"] == ["name", "enjoys", "hopes", "reply_way"]
    assert (consent["how"], consent["channel"], consent["wording"]) == ("typed", "telegram", "letter-v1")
    assert consent["at"] == clock.now().isoformat()
    assert consent["until"] > consent["at"]


def test_a_consent_is_never_changed(room: Introductions, story: Story, engine: Engine) -> None:
    story.agreed()
    with Session(engine) as session:
        session.scalars(select(ConsentRow)).all()[0].wording = "another"
        with pytest.raises(RuntimeError, match="append-only"):
            session.commit()


def test_an_older_version_cannot_be_agreed_to(room: Introductions, story: Story) -> None:
    draft = story.drafted()
    room.switch_field(draft.id, "helps", True, "k1")
    with pytest.raises(StaleDraft):
        room.agree(draft.id, draft.version, how="tap", channel="web", wording="v1", key="k2")
    assert room.of_person(MARCIA) == []


def test_agreeing_twice_makes_one_introduction(room: Introductions, story: Story) -> None:
    draft = story.drafted()
    both = [room.agree(draft.id, 1, how="tap", channel="web", wording="v1", key=key) for key in ("k1", "k1", "k2")]
    assert len({one.id for one in both}) == 1
    assert len(story.post()) == 1


def test_without_the_yes_to_keeping_nothing_is_agreed(room: Introductions, story: Story) -> None:
    draft = story.drafted()
    room.set_keep(MARCIA, "none", channel="web", how="tap", wording="v1", key="k")
    with pytest.raises(KeepNotAgreed):
        room.agree(draft.id, 1, how="tap", channel="web", wording="v1", key="k2")


def test_what_is_sent_is_what_was_agreed_though_the_template_changed(
    room: Introductions, story: Story, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    introduction = story.agreed()
    draft_text = room.export(MARCIA)["draft"][0]["texts"]["mail_text"]
    (tmp_path / "introduction.txt").write_text("Something else altogether")
    monkeypatch.setattr(templates, "LETTERS", tmp_path)
    templates._environment.cache_clear()
    try:
        [letter] = room.due_letters(limit=5)
    finally:
        templates._environment.cache_clear()
    assert letter.text == draft_text
    assert letter.introduction_id == introduction.id


def test_by_day_it_goes_at_once_and_the_person_is_told_once(room: Introductions, story: Story) -> None:
    introduction, _ = story.sent()
    assert (introduction.state, str(introduction.promised_day)) == ("sent", "2026-11-06")
    [news] = room.pending_news(10)
    assert (news.name, news.data["provider"], news.data["promised_day"]) == (
        "introduction_sent",
        "Thread & Kettle",
        "2026-11-06",
    )
    assert story.news() == ["introduction_sent"]
    assert story.news() == []


def test_by_night_it_waits_for_nine(room: Introductions, story: Story, clock: FrozenClock) -> None:
    clock.set(NIGHT)
    introduction = story.agreed()
    assert introduction.due_at == datetime(2026, 11, 4, 9, tzinfo=UTC)
    assert room.due_letters(clock.now(), 5) == []
    clock.set(introduction.due_at)
    assert len(story.post()) == 1


def test_taken_back_before_it_left_nobody_ever_hears(room: Introductions, story: Story, clock: FrozenClock) -> None:
    clock.set(NIGHT)
    introduction = story.agreed()
    assert room.withdraw(introduction.id, by="person", reason="", key="w").state == "withdrawn"
    assert room.waiting_mail(introduction.id) == []
    clock.move(timedelta(days=2))
    assert room.due_letters(clock.now(), 5) == []
    assert story.news() == []


def test_a_withdrawn_consent_stops_a_queued_introduction(room: Introductions, story: Story, engine: Engine) -> None:
    """Even where nothing but the consent says so: it is read again at the moment of sending."""
    introduction = story.agreed()
    with engine.begin() as connection:
        given = connection.execute(text("SELECT id FROM consent WHERE purpose = 'introduction'")).scalar_one()
        same = "person_id, purpose, fields, texts, sha256s, wording, channel, how, at"
        copied = f"INSERT INTO consent (id, withdraws, {same}) SELECT 'w', id, {same} FROM consent WHERE id = :id"
        connection.execute(text(copied), {"id": given})
    assert room.due_letters(limit=5) == []
    assert story.state(introduction) == "queued"


def test_a_consent_that_ran_out_stops_it_too(room: Introductions, story: Story, clock: FrozenClock) -> None:
    story.agreed()
    clock.move(timedelta(days=181))
    assert room.due_letters(clock.now(), 5) == []


def test_taken_back_after_it_left_the_provider_is_told_and_sees_nothing(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    room.open_link(token)
    room.withdraw(introduction.id, by="person", reason="changed my mind", key="w")
    room.withdraw(introduction.id, by="person", reason="changed my mind", key="w2")
    mails = story.post()
    assert [mail.kind for mail in mails] == ["withdrawn"]
    assert "Marcia" not in mails[0].text + mails[0].subject
    view = room.view(token)
    assert (view.states_only, view.page_text, view.name) == (True, "", "")


def test_a_letter_on_its_way_when_taken_back_is_followed_by_the_notice(room: Introductions, story: Story) -> None:
    introduction = story.agreed()
    [letter] = room.due_letters(limit=5)
    room.withdraw(introduction.id, by="person", reason="", key="w")
    room.letter_sent(letter.id)
    assert [mail.kind for mail in story.post()] == ["withdrawn"]
    assert story.state(introduction) == "withdrawn"
    assert "introduction_sent" not in story.news()


def test_someone_else_who_takes_it_back_tells_the_person(room: Introductions, story: Story) -> None:
    introduction, _ = story.sent()
    story.news()
    room.withdraw(introduction.id, by="coordinator", reason="incident", key="w")
    assert story.news() == ["introduction_withdrawn"]


def test_a_letter_that_may_have_left_is_not_called_unheard_of(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction = story.agreed()
    [letter] = room.due_letters(limit=5)
    room.letter_failed(letter.id, "Timeout", clock.now() + timedelta(hours=1))
    taken = room.withdraw(introduction.id, by="person", reason="", key="w")
    assert (taken.reached, taken.sent_at) == ("perhaps", None)
    assert room.withdraw(introduction.id, by="person", reason="", key="w").reached == "perhaps"
    assert [mail.kind for mail in story.post()] == ["withdrawn"]


@pytest.mark.parametrize(("refused", "reached"), [(True, "no"), (False, "perhaps")])
def test_what_the_server_refused_never_reached_them(
    room: Introductions, story: Story, clock: FrozenClock, refused: bool, reached: str
) -> None:
    introduction = story.agreed()
    [letter] = room.due_letters(limit=5)
    room.letter_failed(letter.id, "450", clock.now() + timedelta(hours=1), refused=refused)
    assert room.withdraw(introduction.id, by="person", reason="", key="w").reached == reached


@pytest.mark.parametrize(("refused", "reason", "mail"), [(True, "undelivered", []), (False, "unsure", ["withdrawn"])])
def test_given_up_after_an_unclear_try_the_place_is_asked_to_delete_it(
    room: Introductions, story: Story, refused: bool, reason: str, mail: list[str]
) -> None:
    story.agreed()
    [letter] = room.due_letters(limit=5)
    room.letter_failed(letter.id, "Timeout", None, refused=refused)
    [news] = room.pending_news(9)
    assert (news.name, news.data["reason"]) == ("introduction_failed", reason)
    assert [one.kind for one in story.post() if one.kind == "withdrawn"] == mail


def test_what_was_sent_has_reached_them(room: Introductions, story: Story) -> None:
    introduction, _ = story.sent()
    assert room.withdraw(introduction.id, by="person", reason="", key="w").reached == "yes"


def test_a_link_lives_its_whole_life_from_a_letter_that_waited_long(
    room: Introductions, story: Story, clock: FrozenClock, cipher: Cipher
) -> None:
    draft = story.drafted()
    clock.move(timedelta(days=170))
    with pytest.raises(StaleDraft):
        room.agree(draft.id, draft.version, how="tap", channel="web", wording="v1", key="a1")
    shown = room.fresh_draft(MARCIA)
    assert shown
    assert (shown.version, room.fresh_draft(MARCIA)) == (draft.version + 1, shown)
    assert shown.page_text == draft.page_text
    with pytest.raises(StaleDraft):
        room.agree(draft.id, draft.version, how="tap", channel="web", wording="v1", key="a2")
    room.agree(draft.id, shown.version, how="tap", channel="web", wording="v1", key="a3")
    [letter] = story.post()
    assert letter.text == shown.mail_text
    token = token_of(letter)
    assert token_end(cipher, token) == clock.now() + LIFE
    assert room.open_link(token).link_until == clock.now() + LIFE


def test_a_letter_of_this_week_is_agreed_to_as_it_was_shown(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    draft = story.drafted()
    clock.move(timedelta(days=6))
    assert room.fresh_draft(MARCIA) == draft
    room.agree(draft.id, draft.version, how="tap", channel="web", wording="v1", key="a1")


@pytest.mark.parametrize(("is_disliked", "state"), [(False, "offered"), (True, "disliked")])
def test_a_place_that_was_turned_down_stays_so_when_its_letter_is_taken_back(
    room: Introductions, story: Story, *, is_disliked: bool, state: str
) -> None:
    story.known()
    room.offer(MARCIA, ["circle"], turn="t1", key="o")
    introduction = story.agreed()
    if is_disliked:
        room.dislike(MARCIA, "circle", None, "d")
    room.withdraw(introduction.id, by="person", reason="", key="w")
    assert [offer.state for offer in room.offers(MARCIA)] == [state]
