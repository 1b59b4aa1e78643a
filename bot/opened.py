"""People talking in the house: the bot's parts, joined to the other rooms. Nothing runs yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parseaddr
from typing import TYPE_CHECKING

from bot.channels.contract import Channel
from bot.channels.email import mailer_for
from bot.channels.mail_in import MailIn
from bot.channels.mailbox import MailPart, mail_part
from bot.copy import Copy
from bot.gateway.safety import Contact
from bot.house import House
from bot.languages import Languages
from bot.rasa_client import RasaClient
from bot.store.engine import open_engine
from bot.wiring import Bot, Outside, wire
from bot.worker import Worker
from introductions.calendar import next_loud
from introductions.errors import UnknownPerson
from introductions.place_meant import place_meant
from introductions.service import Introductions
from knowledge.contacts import contacts_for
from knowledge.safety import check
from nwd.clock import Clock, SystemClock
from nwd.settings import Settings

# The libraries of the two take a sixth of the app's start: they come only where there is a token.
if TYPE_CHECKING:
    from bot.channels.telegram_part import TelegramPart
    from bot.channels.whatsapp_part import WhatsAppPart

# A claim that cannot be written this soon is answered with 503, and sent again by its client.
CLAIM_BUSY_SECONDS = 2.0
# Letters that were agreed before someone spoke of danger wait until the next day.
LETTERS_WAIT = timedelta(days=1)
_AGES = {"under_16": 15, "16_17": 17, "adult": 30}


@dataclass(frozen=True)
class App:
    """A house with people talking in it."""

    house: House
    copy: Copy
    bot: Bot
    worker: Worker
    telegram: TelegramPart | None
    whatsapp: WhatsAppPart | None


@dataclass(frozen=True)
class People:
    """What the gateway's safety lines ask of the introductions room. Blocks."""

    introductions: Introductions
    clock: Clock
    area: str
    safeguarding: str | None = None
    """Who is told of danger, if that is a mail address."""

    def contacts(self, person: str, kinds: Sequence[str]) -> Sequence[Contact]:
        return contacts_for(kinds, age=self._age(person), area=self.area, at=self.clock.now())

    def speak_of_danger(self, person: str, turn: str, kinds: Sequence[str]) -> None:
        """Letters that have not gone yet wait, and the safeguarding lead is told, without words. Safe to repeat."""
        self.introductions.ensure_person(person)
        self.introductions.wait_after_crisis(person, self.clock.now() + LETTERS_WAIT)
        address = parseaddr(self.safeguarding or "")[1]
        if "@" in address:
            self.introductions.alert(person, kinds, to=address, key=turn)

    def complain_in_danger(self, person: str, turn: str, words: str) -> None:
        """What they complained of sounded dangerous, so the dialogue never saw it: it is kept all the same."""
        self.introductions.ensure_person(person)
        self.introductions.complain_in_danger(person, words, key=turn)

    def _age(self, person: str) -> int | None:
        try:
            band = self.introductions.person(person).age_band
        except UnknownPerson:
            return None
        return _AGES[band] if band else None


def open_app(house: House) -> App:
    """The bot has connections of its own: they give up sooner, and every write queues in this process.

    Raises ValueError for an SMTP or mailbox URL that cannot be used.
    """
    settings, copy = house.settings, Copy()
    engine = open_engine(settings.database_url, busy_seconds=CLAIM_BUSY_SECONDS, own_begin=True)
    rasa = RasaClient(settings.rasa_url, settings.rasa_token.get_secret_value(), seconds=settings.rasa_timeout)
    people = People(house.introductions, house.clock, settings.area, settings.safeguarding_contact)
    telegram, whatsapp = _telegram(settings, copy), _whatsapp(house, copy)
    channels: dict[str, Channel] = {part.channel.name: part.channel for part in (telegram, whatsapp) if part}
    danger = (people.contacts, people.speak_of_danger, people.complain_in_danger)
    bot = wire(
        Outside(
            engine,
            house.clock,
            house.cipher,
            rasa,
            copy,
            check,
            *danger,
            channels,
            keep_words=house.introductions.save_words,
            languages=Languages(settings.area),
            words=house.introductions,
            place_named=lambda person, text: place_meant(house.directory(), house.introductions.offers(person), text),
            offers_person=settings.coordinator is not None,
        )
    )
    smtp = settings.smtp_url.get_secret_value() if settings.smtp_url else None
    worker = Worker(bot, house.introductions, mailer_for(smtp, settings.mail_from), _mail(house, bot))
    return App(house, copy, bot, worker, telegram, whatsapp)


def _mail(house: House, bot: Bot) -> MailPart:
    given = (house.settings.mailbox_url, house.settings.mail_token)
    url, token = (one.get_secret_value() if one else None for one in given)
    return mail_part(MailIn(house.introductions), bot.threads, mailbox_url=url, token=token)


def _telegram(settings: Settings, copy: Copy) -> TelegramPart | None:
    if settings.telegram_token is None:
        return None
    from bot.channels.telegram_part import open_telegram

    webhook = f"{settings.base_url}/telegram/webhook" if settings.telegram_mode == "webhook" else None
    secret = settings.telegram_secret.get_secret_value() if settings.telegram_secret else ""
    token = settings.telegram_token.get_secret_value()
    return open_telegram(token, settings.telegram_api_url, copy, secret=secret, webhook_url=webhook)


def _whatsapp(house: House, copy: Copy) -> WhatsAppPart | None:
    settings = house.settings
    given = (settings.whatsapp_token, settings.whatsapp_app_secret, settings.whatsapp_verify_token)
    token, secret, verify_token = (one.get_secret_value() if one else "" for one in given)
    if not token:
        return None
    from bot.channels.whatsapp import Manners
    from bot.channels.whatsapp_part import Account, open_whatsapp

    account = Account(token, settings.whatsapp_phone_id or "", secret, verify_token, settings.whatsapp_api_url)
    may, loud = house.introductions.may_message, lambda at: next_loud(at, settings.quiet_hours)
    manners = Manners(house.clock, SystemClock(), may, loud)
    return open_whatsapp(account, copy, manners)
