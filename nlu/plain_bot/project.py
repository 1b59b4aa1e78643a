"""Writes the plain bot's files, from the files of our own dialogue, so that both ask the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

import yaml

from nlu.project import Project, merged_domain

FORM = "find_support_form"
BEGIN = "utter_plain_begin"
END = "utter_plain_end"


def write(folder: Path, ours: Project, actions_url: str) -> None:
    """``domain.yml``, ``rules.yml``, ``endpoints.yml`` and ``credentials.yml`` in ``folder``."""
    domain = merged_domain(ours.domain_files())
    rules = map(_without_return, _rules_of(ours))
    database = str(folder / "tracker.db")
    files: Dict[str, Dict[str, Any]] = {
        "domain.yml": _plain_domain(domain),
        "rules.yml": {"version": "3.1", "rules": [*_form_rules(), *filter(_only_speaks, rules)]},
        "endpoints.yml": {
            "action_endpoint": {"url": actions_url},
            "tracker_store": {"type": "SQL", "dialect": "sqlite", "db": database},
        },
        "credentials.yml": {"rest": None},
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False))


def _rules_of(ours: Project) -> List[Dict[str, Any]]:
    files = sorted((ours.dialogues / "rules").rglob("*.yml"))
    return [rule for file in files for rule in yaml.safe_load(file.read_text()).get("rules", [])]


def _without_return(rule: Dict[str, Any]) -> Dict[str, Any]:
    """Our rules ask the open question again themselves; a stock form does that unasked."""
    return {**rule, "steps": [step for step in rule["steps"] if step.get("action") != "action_resume"]}


def _only_speaks(rule: Dict[str, Any]) -> bool:
    """Whether a rule answers one intent with copy alone, whatever is being asked: those need nothing of ours."""
    first, *then = rule["steps"]
    if first.keys() != {"intent"} or rule.get("condition") or first["intent"] in ("inform", "greet"):
        return False
    return bool(then) and all(step.get("action", "").startswith("utter_") for step in then)


def _form_rules() -> List[Dict[str, Any]]:
    start = [{"action": FORM}, {"active_loop": FORM}]
    over = [{"action": FORM}, {"active_loop": None}, {"slot_was_set": [{"requested_slot": None}]}, {"action": END}]
    return [
        {"rule": "the questions begin", "steps": [{"intent": "greet"}, {"action": BEGIN}, *start]},
        {"rule": "the questions end", "condition": [{"active_loop": FORM}], "steps": over},
    ]


def _plain_domain(ours: Dict[str, Any]) -> Dict[str, Any]:
    slots = ours["forms"][FORM]["required_slots"]
    ends = {BEGIN: [{"text": "Hello."}], END: [{"text": "Thank you."}], "utter_default": [{"text": "Sorry?"}]}
    return {
        "version": "3.1",
        "intents": ours["intents"],
        "entities": ours["entities"],
        "slots": {slot: _plain_slot(slot) for slot in slots},
        "forms": {FORM: {"required_slots": slots}},
        "responses": {name: [_plain_copy(text) for text in texts] for name, texts in ours["responses"].items()} | ends,
        "actions": [f"validate_{FORM}"],
    }


def _plain_slot(slot: str) -> Dict[str, Any]:
    asked = [{"active_loop": FORM, "requested_slot": slot}]
    mappings = [
        {"type": "from_intent", "intent": "skip", "value": "skipped", "conditions": asked},
        {"type": "from_entity", "entity": "answer", "conditions": asked},
        {"type": "from_text", "intent": "inform", "conditions": asked},
    ]
    return {"type": "any", "influence_conversation": False, "mappings": mappings}


def _plain_copy(said: Dict[str, Any]) -> Dict[str, Any]:
    """Buttons as stock Rasa knows them, with an intent for a payload."""
    buttons = [{"title": button["title"], "payload": f"/{button['intent']}"} for button in said.get("buttons", [])]
    return {key: value for key, value in said.items() if key != "buttons"} | ({"buttons": buttons} if buttons else {})
