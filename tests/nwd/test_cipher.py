"""Encryption, keyed hashes and signatures, over a change of keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nwd.cipher import Cipher, CipherError

OLD, NEW = "an old secret of the tests, long enough", "a new secret of the tests, long enough"
cipher = Cipher([OLD])


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_encrypted_comes_back_and_cannot_be_read(text: str) -> None:
    sealed = cipher.encrypt(text)
    assert cipher.decrypt(sealed) == text
    assert len(text) < 4 or text not in sealed


def test_the_same_text_is_never_sealed_alike() -> None:
    assert cipher.encrypt("Marcia") != cipher.encrypt("Marcia")


def test_after_a_change_of_keys_old_text_opens_and_addresses_are_found() -> None:
    both = Cipher([NEW, OLD])
    assert both.decrypt(cipher.encrypt("Marcia")) == "Marcia"
    assert both.digest("telegram:42") == cipher.digest("telegram:42")
    assert both.unsign(cipher.sign("link")) == "link"
    with pytest.raises(CipherError):
        cipher.decrypt(both.encrypt("Marcia"))
    assert Cipher([NEW]).decrypt(both.rotate(cipher.encrypt("Marcia"))) == "Marcia"


def test_with_what_must_be_kept_the_old_secret_can_go() -> None:
    link, address = cipher.sign("link"), cipher.digest("telegram:42")
    both = Cipher([NEW, OLD])
    alone = Cipher([NEW], both.to_keep)
    assert (alone.unsign(link), alone.digest("telegram:42")) == ("link", address)
    assert alone.unsign(both.sign("later")) == "later"
    newest = Cipher(
        ["the newest secret of the tests, long enough"],
        Cipher(["the newest secret of the tests, long enough", NEW], alone.to_keep).to_keep,
    )
    assert (newest.unsign(link), newest.digest("telegram:42")) == ("link", address)
    with pytest.raises(CipherError):
        alone.decrypt(cipher.encrypt("Marcia"))


def test_a_new_signature_needs_the_new_secret() -> None:
    assert cipher.unsign(Cipher([NEW, OLD]).sign("link")) is None


@pytest.mark.parametrize("damage", [lambda s: s[:-2], lambda s: "x" + s[1:], lambda _: ""])
def test_altered_text_does_not_open_and_the_error_does_not_quote_it(damage: object) -> None:
    assert callable(damage)
    altered = damage(cipher.encrypt("Marcia"))
    with pytest.raises(CipherError, match="NWD_SECRET_KEY") as refused:
        cipher.decrypt(altered)
    assert "Marcia" not in str(refused.value)


@given(st.text(max_size=60))
def test_only_our_own_signature_is_taken(text: str) -> None:
    assert cipher.unsign(cipher.sign("link") + text) == ("link" if text == "" else None)
    assert cipher.unsign(text) is None


def test_hash_and_signature_need_the_key() -> None:
    other = Cipher([NEW])
    assert other.digest("telegram:42") != cipher.digest("telegram:42")
    assert other.unsign(cipher.sign("link")) is None
    assert len(cipher.digest("")) == 64


@pytest.mark.parametrize("secrets", [[], ["short"], [OLD, "short"]])
def test_short_secrets_are_refused(secrets: list[str]) -> None:
    with pytest.raises(ValueError, match="32"):
        Cipher(secrets)
