"""Renders the letter templates of ``introductions/letters``. A missing value is an error, never a gap."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from knowledge.yaml_files import read_yaml

LETTERS = Path(__file__).parent / "letters"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(LETTERS),
        undefined=StrictUndefined,
        autoescape=select_autoescape(("html",), default=False),
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, values: Mapping[str, Any]) -> str:
    """One template, without blank space at its ends. HTML templates escape what they are given."""
    return _environment().get_template(template).render(values).strip()


def render_mail(kind: str, values: Mapping[str, Any]) -> tuple[str, str, str]:
    """Subject, text and HTML of one mail; the HTML says the same as the text. ``values`` holds ``link`` where
    one is used.
    """
    text = render(f"{kind}.txt", values)
    html = render("mail.html", {"text": text, "link": values.get("link", "")})
    return render(f"{kind}.subject.txt", values), text, html


@lru_cache(maxsize=1)
def phrases() -> Mapping[str, Any]:
    """``letters/phrases.yml``."""
    loaded: dict[str, Any] = read_yaml(LETTERS / "phrases.yml")
    return loaded
