"""The texts of a letter: what the mail says, what the page says, and what the person reads before agreeing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from introductions.fields import FIELDS, IN_MAIL, first_line, of_health, waiting
from introductions.model import DraftField
from introductions.private_words import touches
from introductions.templates import phrases, render, render_mail
from introductions.voice import Voice, said
from knowledge.listing import Provider, Service


@dataclass(frozen=True)
class Envelope:
    """What a letter carries that is not the person's."""

    provider: Provider
    service: Service
    link: str
    short: str
    operator: str
    voice: Voice = "me"


def write(fields: Mapping[str, DraftField], envelope: Envelope) -> dict[str, str]:
    """``mail_subject``, ``mail_text``, ``mail_html``, ``page_text`` and ``shown_text``, for one version of a draft."""
    name = first_line(fields["name"].text if fields["name"].on else "")
    lines, reply = said(fields, name, envelope.voice), fields["reply_way"]
    warm = [line for field, line in lines.items() if field in _in_mail(fields)]
    values: dict[str, object] = {"name": name, "lines": lines, "warm": warm}
    values |= {"says": envelope.voice == "me", "reply_way": reply.text if reply.on else ""}
    values |= {"service": envelope.service.name, "link": envelope.link}
    values |= {"short": envelope.short, "operator": envelope.operator}
    subject, text, html = render_mail("introduction", values)
    page = render("page.txt", values)
    shown = render("shown.txt", {"provider": envelope.provider.name, "page_text": page, **_shown(fields, envelope)})
    return {"mail_subject": subject, "mail_text": text, "mail_html": html, "page_text": page, "shown_text": shown}


def _shown(fields: Mapping[str, DraftField], envelope: Envelope) -> dict[str, object]:
    on, in_mail = [field for field in FIELDS if fields[field].on], _in_mail(fields)
    names = phrases()["left_out"]
    told = {field: touches(field, fields[field].text) for field in on if fields[field].sensitive}
    about = set(told.values())
    personal = ", ".join(names[field] for field, one in told.items() if one == "private")
    offered = {field: words for field in FIELDS if (words := waiting(fields[field]))}
    out = [names[f] for f in FIELDS if not fields[f].on and fields[f].text and f not in offered]
    out += [] if "health" in about or "health" in offered else [names["health"]]  # not beside lines that touch on it
    return {
        "offered": "; ".join(f"{names[field]} ({words})" for field, words in offered.items()),
        "left_out": ", ".join(out),
        "mail_has_all": all(field in in_mail for field in on),
        "mail_has": " and ".join(_mail_parts(in_mail)),
        "public_body": public_body(envelope.provider),
        "told_to_dwp": "dwp" in (envelope.provider.kind, *envelope.provider.paid_by),
        "invented": envelope.provider.sample,
        "about": " and ".join(str(phrases()["agreed_about"][one]).format(lines=personal) for one in sorted(about)),
    }


def _in_mail(fields: Mapping[str, DraftField]) -> list[str]:
    """The lines that the mail itself says; none of them is about health, whatever line it stands in."""
    private = of_health(fields)
    return [field for field in IN_MAIL if fields[field].on and field not in private]


def _mail_parts(in_mail: list[str]) -> list[str]:
    parts = [phrases()["left_out"][field] for field in in_mail]
    return [", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts or [phrases()["left_out"]["name"]]


def public_body(provider: Provider) -> str:
    """Which public body runs or pays for a place, in words; empty if none does that we know of."""
    kinds, money = phrases()["public_kinds"], phrases()["public_money"]
    parts = [kinds[provider.kind]] if provider.kind in kinds else []
    parts += [money[body] for body in provider.paid_by if body in money]
    return " and ".join(parts)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
