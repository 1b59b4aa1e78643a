"""Run by Rasa's interpreter alone: trains stock DIET on train.json of a folder and reads test.json into found.json."""

import asyncio
import json
import sys
from pathlib import Path

from rasa.core.agent import Agent
from rasa.model_training import train_nlu

PIPELINE = """
version: "3.1"
recipe: default.v1
language: en
pipeline:
- name: WhitespaceTokenizer
- name: RegexFeaturizer
- name: LexicalSyntacticFeaturizer
- name: CountVectorsFeaturizer
- name: CountVectorsFeaturizer
  analyzer: char_wb
  min_ngram: 1
  max_ngram: 4
- name: DIETClassifier
  epochs: {epochs}
  random_seed: 1
  BILOU_flag: false
"""


def main(folder: Path) -> None:
    """Writes an intent and a list of entity names for each text."""
    training = json.loads((folder / "train.json").read_text(encoding="utf-8"))
    (folder / "config.yml").write_text(PIPELINE.replace("{epochs}", str(training["epochs"])), encoding="utf-8")
    data = {"rasa_nlu_data": {"common_examples": [_example(row) for row in training["rows"] if row["text"].strip()]}}
    (folder / "nlu.json").write_text(json.dumps(data), encoding="utf-8")
    model = train_nlu(str(folder / "config.yml"), str(folder / "nlu.json"), str(folder / "models"))
    agent = Agent.load(model)
    texts = json.loads((folder / "test.json").read_text(encoding="utf-8"))
    found = asyncio.run(_read(agent, texts))
    (folder / "found.json").write_text(json.dumps(found), encoding="utf-8")


def _example(row: dict) -> dict:
    entities = [{**e, "value": row["text"][e["start"] : e["end"]]} for e in row["entities"]]
    return {"text": row["text"], "intent": row["intent"], "entities": entities}


async def _read(agent: Agent, texts: list) -> list:
    found = []
    for text in texts:
        parsed = await agent.parse_message(text)
        names = sorted({f"{e['entity']}~{e.get('role') or 'yes'}" for e in parsed["entities"]})
        found.append({"intent": parsed["intent"]["name"], "entities": names})
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
