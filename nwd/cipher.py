"""Encryption of what identifies or describes a person, keyed hashes for look-up, and signatures for links.

Runs in both environments (Python 3.10 and newer); needs only ``cryptography``.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class CipherError(Exception):
    """Text that none of the keys opens: the secret key has changed, or the text was altered."""


def _derive(secret: str, purpose: str) -> bytes:
    return hmac.new(secret.encode(), b"no-wrong-door/" + purpose.encode(), hashlib.sha256).digest()


@dataclass(frozen=True)
class KeptKeys:
    """What must outlive a secret: the key by which addresses and links are found, and those that signed links still
    out there. Neither opens what is encrypted, nor tells the secret it came from.
    """

    look_up: bytes | None = None
    signatures: tuple[bytes, ...] = ()


class Cipher:
    """Encrypts with the first secret, opens with any of them, so that keys can be rotated: ``new,old``.

    Signatures are made with the first secret and taken from any of them. The keyed hash must give the same for ever,
    since addresses are found by it: it uses the kept key, and until one was kept (``nwd keys rotate`` does that) the
    *last* secret. So once keys were rotated the old secret can go.
    """

    def __init__(self, secrets: Sequence[str], kept: KeptKeys = KeptKeys()) -> None:
        if not secrets or any(len(secret) < 32 for secret in secrets):
            raise ValueError("a cipher needs at least one secret of 32 characters or more")
        fernets = [Fernet(base64.urlsafe_b64encode(_derive(s, "encryption"))) for s in secrets]
        self._newest, self._fernet = fernets[0], MultiFernet(fernets)
        self._hash_key = kept.look_up or _derive(secrets[-1], "look-up")
        mine = [_derive(secret, "signature") for secret in secrets]
        self._sign_keys = (*mine, *(key for key in kept.signatures if key not in mine))

    @property
    def to_keep(self) -> KeptKeys:
        """What must be kept so that the older secrets can go."""
        return KeptKeys(self._hash_key, self._sign_keys[1:])

    def encrypt(self, text: str) -> str:
        return self._fernet.encrypt(text.encode()).decode()

    def decrypt(self, token: str) -> str:
        """Open what ``encrypt`` made. Raises CipherError when no key fits."""
        try:
            return self._fernet.decrypt(token.encode()).decode()
        except InvalidToken as error:
            raise CipherError("stored text cannot be opened: check NWD_SECRET_KEY") from error

    def rotate(self, token: str) -> str:
        """The same text under the first secret."""
        try:
            return self._fernet.rotate(token.encode()).decode()
        except InvalidToken as error:
            raise CipherError("stored text cannot be opened: check NWD_SECRET_KEY") from error

    def is_newest(self, token: str) -> bool:
        """Whether ``token`` was encrypted under the first secret."""
        try:
            self._newest.decrypt(token.encode())
        except InvalidToken:
            return False
        return True

    def digest(self, text: str) -> str:
        """Keyed hash (64 hex characters): the same text always gives the same hash, without revealing it."""
        return hmac.new(self._hash_key, text.encode(), hashlib.sha256).hexdigest()

    def sign(self, text: str) -> str:
        """``text`` with a signature of 22 characters behind a dot; ``text`` must be URL-safe where it goes in a URL."""
        return f"{text}.{self._signature(text)}"

    def unsign(self, signed: str) -> str | None:
        """The text that was signed, or None if the signature fits under none of the keys."""
        text, _, signature = signed.rpartition(".")
        made = [self._signature(text, key).encode() for key in self._sign_keys]
        return text if any(hmac.compare_digest(signature.encode(), one) for one in made) else None

    def _signature(self, text: str, key: bytes | None = None) -> str:
        digest = hmac.new(key or self._sign_keys[0], text.encode(), hashlib.sha256).digest()[:16]
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")
