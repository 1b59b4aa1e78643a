"""WhatsApp whole, as the composition root opens it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.routing import Route

from bot.channels.whatsapp import Copied, Manners, WhatsApp, load_template
from bot.channels.whatsapp_api import CloudApi
from bot.channels.whatsapp_in import WhatsAppIn
from bot.copy import Copy
from bot.gateway.order import Gateway
from bot.gateway.sender import Sender


@dataclass(frozen=True)
class Account:
    """One phone number of a WhatsApp Business account, as Meta's dashboard shows it."""

    token: str
    phone_id: str
    secret: str
    verify_token: str
    api_url: str | None = None


@dataclass(frozen=True)
class WhatsAppPart:
    channel: WhatsApp
    account: Account

    def routes(self, gateway: Gateway, sender: Sender) -> list[Route]:
        account = self.account
        incoming = WhatsAppIn(self.channel, gateway, sender, account.phone_id, account.secret, account.verify_token)
        return incoming.routes()


def open_whatsapp(account: Account, copy: Copy, manners: Manners) -> WhatsAppPart:
    copied = Copied(copy.text("utter_tap_or_type"), copy.text("utter_open_list"))
    api = CloudApi(account.token, account.phone_id, account.api_url)
    return WhatsAppPart(WhatsApp(api, manners, load_template(), copied), account)
