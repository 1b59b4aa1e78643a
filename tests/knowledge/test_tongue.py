"""Seeing that a message is in Portuguese or Spanish, and never that an English one is."""

from __future__ import annotations

import pytest

from knowledge.tongue import tongue


@pytest.mark.parametrize(
    "text",
    [
        "Olá, preciso de ajuda, não falo inglês",
        "bom dia, eu queria trabalho mas estou doente",
        "quero morrer",
        "ele bate em mim",
        "do you speak Portuguese?",
        "português",
        "can we do this in portuguese please",
    ],
)
def test_portuguese_is_seen(text: str) -> None:
    assert tongue(text) == "pt"


@pytest.mark.parametrize(
    "text",
    [
        "hola, necesito ayuda con el trabajo",
        "no hablo ingles",
        "me quiero morir",
        "habla español",
        "tengo miedo y no puedo dormir",
    ],
)
def test_spanish_is_seen(text: str) -> None:
    assert tongue(text) == "es"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "do you have portuguese groups",
        "have you any place for spanish people",
        "no",
        "I like sewing and cooking, mornings are best",
        "I'd like to learn Spanish with other people on a course in the evening",
        "my mum is Portuguese and I look after her at home most days",
        "my english isnt good, i speak portuguese",  # a fact to keep, told in English
        "para",
        "I am a para medic",
        "can mi bring mi grandson",
        "Marcia de Souza",
        "SE5",
        "casa latina",
        "estoy bien thanks, and you",
    ],
)
def test_english_and_names_are_not(text: str) -> None:
    assert tongue(text) is None
