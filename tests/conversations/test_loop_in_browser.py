"""The whole loop of an introduction on the local page, in Chromium, with the real Rasa behind it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect, sync_playwright

from tests.bot.web import browsing
from tests.bot.web.browsing import ARGUMENTS, CHROMIUM
from tests.conversations.stage import Stage, opened

pytestmark = [
    pytest.mark.rasa,
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's Chromium is not installed: apt-get install chromium"),
]
DOUBLE_TAP = 600
"""Milliseconds: what comes sooner after a tap is the second half of a double one, and is passed over."""
PATIENCE, MOST_CLOCKS, MOST_LOOKS = 30_000, 4, 30
STORY = "dont go out much since my mum died. anxiety. used to do a lot of sewing"
ANSWERS = ("company i suppose, not a big group", "depends on the day", "SW9", "skip", "skip", "skip")


@dataclass
class LocalPage:
    """The three parts of the page, and what a newcomer does in each."""

    page: Page

    @property
    def phone(self) -> FrameLocator:
        return self.page.frame_locator("iframe[title='The resident’s chat']")

    @property
    def place(self) -> FrameLocator:
        return self.page.frame_locator("iframe[name=place]")

    @property
    def system(self) -> FrameLocator:
        return self.page.frame_locator("iframe[title^='What the system did']")

    def say(self, text: str) -> None:
        self.phone.get_by_label("Write here").fill(text)
        self.page.keyboard.press("Enter")
        self._answered()

    def tap(self, title: str) -> None:
        self.page.wait_for_timeout(DOUBLE_TAP)
        self.phone.get_by_role("button", name=title).last.click()
        self._answered()

    def introduce(self, card: Locator) -> None:
        self.page.wait_for_timeout(DOUBLE_TAP)
        card.get_by_role("button", name="Introduce me").click()
        self._answered()

    def _answered(self) -> None:
        expect(self.phone.locator("li.waiting")).to_have_count(0)
        expect(self.phone.locator("#typing")).to_be_hidden()

    def hear(self, words: str) -> None:
        expect(self.phone.get_by_text(words).last).to_be_visible()

    def saw(self, event: str) -> None:
        """Something that the system did stands in its record."""
        expect(self.system.get_by_text(event).first).to_be_visible()

    def next_thing(self) -> None:
        self.system.get_by_role("button", name="To what comes next").click()

    def next_until(self, words: str) -> None:
        """Other clocks may strike before it: the place's weekly note, a keeper's check."""
        for _ in range(MOST_CLOCKS):
            self.next_thing()
            with contextlib.suppress(AssertionError):
                expect(self.phone.get_by_text(words).last).to_be_visible(timeout=PATIENCE / 5)
                return
        self.hear(words)

    def next_mail(self, subject: str) -> None:
        for _ in range(MOST_CLOCKS):
            with contextlib.suppress(AssertionError):
                self.inbox(subject)
                return
            self.next_thing()

    def all_mail(self) -> None:
        self.page.get_by_role("link", name="All mail").click()

    def inbox(self, subject: str, *, so_many: int = 1) -> None:
        """Until so many mails of that subject have come; others may have come since."""
        for _ in range(MOST_LOOKS):
            self.all_mail()
            expect(self.place.locator(".mails").first).to_be_visible()
            if self.place.locator(".mails a", has_text=subject).count() >= so_many:
                return
            self.page.wait_for_timeout(PATIENCE / MOST_LOOKS)
        raise AssertionError(f"{subject!r} has not come {so_many} times")

    def open_newest(self, subject: str, *, so_many: int = 1) -> None:
        self.inbox(subject, so_many=so_many)
        self.open(subject)

    def open(self, subject: str) -> None:
        """The newest mail of that subject, and the private page behind its link."""
        self.place.locator(".mails a", has_text=subject).first.click()
        self.place.get_by_role("link", name="Open the private page").click()
        self.place.get_by_role("button", name="Open").click()

    def answer(self, which: str) -> None:
        self.place.locator("summary", has_text=which).click()

    def hint(self, words: str) -> None:
        expect(self.page.get_by_role("status")).to_contain_text(words)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A town of its own: the places have no letters of other people, and only this test moves its clock."""
    with opened(tmp_path_factory.mktemp("loop")) as ready:
        yield ready


@pytest.fixture
def local(stage: Stage) -> Iterator[LocalPage]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1440, "height": 900}, base_url=stage.url)
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        failed: list[str] = []
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.goto("/")
        yield LocalPage(page)
        browser.close()
        expect.set_options(timeout=browsing.PATIENCE)
    assert failed == []


def to_a_letter(local: LocalPage) -> None:
    local.hint("say hello in the phone")
    local.tap("Say hello")
    local.tap("18+")
    local.say(STORY)
    for answer in ANSWERS:
        if local.phone.locator("li.options").count():
            break
        local.say(answer)
    local.introduce(local.phone.locator("li.options").first)
    local.hear("What name may I give them?")
    local.say("Marcia")
    local.hear("Marcia would like to meet you.")
    local.say("I agree")
    local.tap("Yes, write to me")
    local.hear("It's gone to")


def test_the_whole_loop_can_be_lived_through_with_the_clock_of_the_page(stage: Stage, local: LocalPage) -> None:
    to_a_letter(local)
    local.hint("A letter has arrived")
    local.open_newest("Someone would like to meet you")

    local.next_thing()
    local.saw("We reminded the place, once.")
    local.next_until("I said I'd write by today")

    held_until = stage.app.house.clock.now().date() + timedelta(days=7)
    local.open_newest("Someone is still hoping to hear from you")
    local.answer("Not yet")
    local.place.get_by_label("From which day").fill(held_until.isoformat())
    local.place.get_by_role("button", name="Say not yet").click()
    local.hear("but not just yet")
    local.next_thing()
    local.saw("The day has come: we asked the place again.")

    local.open_newest("The date you gave has come")
    local.answer("Not for us")
    local.place.get_by_label("We are full just now").check()
    local.place.get_by_role("button", name="Say no, kindly").click()
    local.hear("can't take this on just now")

    local.tap("Show others")
    local.introduce(local.phone.locator("li.options").last)
    local.hear("Agreeing means that")
    local.say("I agree")
    local.open_newest("Someone would like to meet you", so_many=2)
    local.answer("Say hello")
    local.place.get_by_label("Who will meet").fill("Ade")
    local.place.get_by_label("The first step").fill("A cup of tea at the door.")
    local.place.get_by_label("When?").fill("Thursday at 11")
    local.place.get_by_role("button", name="Send hello").click()
    local.hear("says hello to you")

    local.tap("Say something back")
    local.say("Is there a lift?")
    local.hear('"Is there a lift?"')
    local.tap("Send it")
    local.open_newest("a message from the person we introduced")
    expect(local.place.get_by_text("Is there a lift?")).to_be_visible()
    local.answer("Write to Marcia")
    local.place.get_by_label("What would you like to say?").fill("Yes, by the green door.")
    local.place.get_by_role("button", name="Send it to Marcia").click()
    local.hear('says: "Yes, by the green door."')

    local.next_until("You were to go to")
    local.tap("Yes, we met")
    local.tap("I felt welcome")
    local.tap("I'll keep going")
    local.saw("The resident goes on with it.")
    local.next_mail("how is it going with the person")
    local.open_newest("how is it going with the person")
    local.place.get_by_role("button", name="Marcia has started").click()
    expect(local.place.get_by_role("status")).to_have_text("Thank you. That is noted.")

    local.say("take it back")
    local.say("yes")
    local.hear("It's taken back.")
    local.hint("The letter was taken back")
    local.inbox("An introduction was taken back")
    local.open("Someone would like to meet you")
    expect(local.place.get_by_text("shows no details any more").first).to_be_visible()

    local.say("delete everything")
    local.tap("Delete everything")
    local.hear("It's all gone.")
    expect(local.system.get_by_text("Nobody has heard anything about the resident.")).to_be_visible()
    local.inbox("Please delete an introduction")
