"""A channel's own id of a message, as we keep it: to be known again, without the address that may stand in it."""

from __future__ import annotations

from nwd.cipher import Cipher

WITH_NUMBER = "wamid."
"""WhatsApp's ids of messages: behind this stands, in base64, the phone number of the other side."""


def kept(cipher: Cipher, external_id: str, sender: str = "") -> str:
    """``sender:given`` with the sender hashed; WhatsApp's ids hashed whole; any other as it is."""
    if external_id.startswith(WITH_NUMBER):
        return cipher.digest(external_id)
    given = external_id.removeprefix(f"{sender}:")
    return f"{cipher.digest(sender)}:{given}" if sender and given != external_id else external_id


def as_given(kept_id: str) -> str:
    """What the page or the terminal itself called a message, of its id as ``kept``."""
    return kept_id.rpartition(":")[2]
