"""The one component of the pipeline: Rasa's shape around ``knowledge.understanding``.

Annotations must be real objects here (Rasa reads them while it builds the graph), so no postponed evaluation.
"""

# ruff: noqa: ARG003 - Rasa gives every component the same four arguments

from typing import Any, Callable, Dict, List, Optional

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

EVENT_PREFIX = "event_"
CRISIS = "crisis"
HELPER = "beside_someone"
UNDER_16 = "told_under_16"
HALF = 0.5
# These questions of the welcome have an age among their own answers.
ASKS_AGE = ("agreed", "young")
# Rasa runs actions of its own for intents of these names, and undoes or wipes the conversation with them.
RENAMED = {"back": "go_back", "restart": "start_again"}
# Words for a button that tell of the person as well; "use my other phone" tells nothing.
TELLING = frozenset(
    {
        "inform",
        "skip",
        "decline_match",
        "none_will_do",
        "language",
        "near_day",
        "outcome_next",
        "ask_sacked",
        "ask_work_meeting",
        "ask_ring_boss",
        "ask_access_to_work",
        "ask_allowed",
        "want_introduction",
        HELPER,
    }
)
# What words that were taken for danger, and are none, leave unsaid: the open question returns.
RESUMES = "event_resume"
TELLING_NOTHING = frozenset({"inform", CRISIS, "affirm", "deny", "unsure", "greet", "thank", "goodbye", "pause"})


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=False,
)
class Understanding(GraphComponent):
    """Reads a message in the light of the question that was asked (``metadata["asked"]``, a slot name or None)."""

    def __init__(
        self, understand: Callable[..., Any], command: Callable[..., Optional[str]], young: Callable[..., bool]
    ) -> None:
        self._understand, self._command, self._young = understand, command, young

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Understanding":
        """Load the word lists now, so that the first person does not wait for them."""
        from knowledge.understanding import understand
        from knowledge.understanding.commands import command
        from knowledge.understanding.young import says_under_16

        command("hello", None)
        understand("hello", asked=None)
        return cls(understand, command, says_under_16)

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            metadata = message.get("metadata") or {}
            asked, taken_up = metadata.get("asked"), metadata.get("taken_up") is True
            text = message.get(TEXT) or ""
            read = as_rasa(self._understand(text, asked=asked))
            if taken_up:
                read = _taken_up(read)
            if read[CRISIS]["level"] != "act":  # of a doubt only what our own process took for a wish comes here
                young = asked not in ASKS_AGE and self._young(text, asked)
                intent = UNDER_16 if young else self._command(text, asked)
                read |= _commanded(intent)
                if intent == HELPER:  # their "no" answers no question of the person's
                    read[ENTITIES] = [one for one in read[ENTITIES] if one["entity"] != "answer"]
            for name, value in read.items():
                message.set(name, value, add_to_output=True)
        return messages


def as_rasa(read: Any) -> Dict[str, Any]:
    """An ``Understanding`` as the parse data of Rasa: intent, ranking, entities, crisis.

    What a person types can never be an ``event_…`` intent; those come through our channel alone.
    """
    if read.intent.startswith(EVENT_PREFIX):
        raise ValueError("understanding must not answer with an event's intent")
    ranking = [
        (read.intent, read.confidence),
        *((name, score) for name, score in read.alternatives if name != read.intent),
    ]
    intents = [
        {INTENT_NAME_KEY: RENAMED.get(name, name), PREDICTED_CONFIDENCE_KEY: float(score)} for name, score in ranking
    ]
    return {
        INTENT: intents[0],
        INTENT_RANKING_KEY: intents,
        ENTITIES: _entities(read),
        CRISIS: {"level": read.crisis, "kinds": list(read.crisis_kinds)},
    }


def _taken_up(read: Dict[str, Any]) -> Dict[str, Any]:
    """Words that we asked "are you safe?" about, once their person is: only what else they tell counts."""
    nothing = {"level": "none", "kinds": []}
    otherwise = [one for one in read[INTENT_RANKING_KEY] if one[INTENT_NAME_KEY] != CRISIS]
    if otherwise:
        read = {**read, INTENT: otherwise[0], INTENT_RANKING_KEY: otherwise}
    sure, intent = read[INTENT][PREDICTED_CONFIDENCE_KEY] >= HALF, read[INTENT][INTENT_NAME_KEY]
    if read[ENTITIES]:
        told = read if sure and intent != CRISIS else _named(read, "inform")
        return {**told, CRISIS: nothing}
    if sure and intent not in TELLING_NOTHING:
        return {**read, CRISIS: nothing}
    return {**_named(read, RESUMES), CRISIS: nothing}


def _named(read: Dict[str, Any], intent: str) -> Dict[str, Any]:
    sure = {INTENT_NAME_KEY: intent, PREDICTED_CONFIDENCE_KEY: 1.0}
    return {**read, INTENT: sure, INTENT_RANKING_KEY: [sure]}


def _commanded(intent: Optional[str]) -> Dict[str, Any]:
    """The parse data of words that stand for one of the dialogue's own buttons."""
    if intent is None:
        return {}
    sure = {INTENT_NAME_KEY: intent, PREDICTED_CONFIDENCE_KEY: 1.0}
    told = {} if intent in TELLING else {ENTITIES: []}
    return {INTENT: sure, INTENT_RANKING_KEY: [sure], **told}


def _entities(read: Any) -> List[Dict[str, Any]]:
    concepts = [_entity("concept", c.code, c, polarity=c.polarity) for c in read.concepts]
    values = [_entity("value", v.value, v, field=v.field) for v in read.values]
    answer: Optional[str] = read.answer
    return concepts + values + ([{"entity": "answer", "value": answer}] if answer is not None else [])


def _entity(name: str, value: str, found: Any, **more: str) -> Dict[str, Any]:
    return {"entity": name, "value": value, **more, "start": found.start, "end": found.end, "words": found.words}
