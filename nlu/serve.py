"""``python -m nlu.serve``: Rasa in this process, on loopback or a private network, with our channel and no other door.

Settings come from the environment: NWD_RASA_TOKEN, NWD_SECRET_KEY, NWD_ACTIONS_URL, and NWD_DATABASE_URL or
NWD_TRACKER_URL.
"""

from __future__ import annotations

import argparse
import logging
import os
import socket
import sys
from pathlib import Path
from typing import Any, NoReturn

from nlu import logs
from nlu.left_out import leave_out
from nlu.project import NLU, Project
from nlu.train import MODELS
from nwd.memory import settle

log = logging.getLogger("nlu.serve")

NEEDED = {
    "NWD_RASA_TOKEN": "the token that the app and Rasa share",
    "NWD_SECRET_KEY": "the key that what people say is encrypted with",
    "NWD_ACTIONS_URL": "where the app serves actions, http://…/actions/webhook",
    "NWD_DATABASE_URL": "the app's database (or NWD_TRACKER_URL, one of its own)",
}
LARGEST_REQUEST = 256 * 1024  # bytes; the longest message is 10,000 characters
SHUTDOWN = 20  # seconds for turns that are running to end


class StartError(Exception):
    """Rasa cannot start; the message says what to do."""


def _check_environment() -> None:
    missing = [f"{name}: missing ({what})" for name, what in NEEDED.items() if not os.environ.get(name)]
    if os.environ.get("NWD_TRACKER_URL"):
        missing = [line for line in missing if not line.startswith("NWD_DATABASE_URL")]
    if any(len(part) < 32 for part in os.environ.get("NWD_SECRET_KEY", "x" * 32).split(",")):
        missing.append("NWD_SECRET_KEY: use at least 32 characters (when rotating: new,old)")
    if missing:
        raise StartError("settings: " + "; ".join(missing))


def _trained(project: Project, models: Path) -> Path:
    model = project.model(models)
    if not model.exists():
        raise StartError("no model of this dialogue, or it has changed since it was trained: run `make train`")
    return model


def _bound(host: str, port: int) -> socket.socket:
    """Take the address before the slow part, so that a port in use is told at once."""
    place = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        place.bind((host, port))
    except OSError as error:
        raise StartError(f"cannot listen on {host}:{port}: {error.strerror}") from None
    return place


def load_agent(model: Path) -> Any:
    """Rasa's agent with our patches and our store. Raises StartError."""
    from nlu import patches

    patches.apply()
    from rasa.core.agent import Agent
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints

    from nlu.actions_endpoint import ActionsEndpoint
    from nlu.errors import TurnFailedError
    from nlu.tracker_store import EncryptedTrackerStore, tracker_url

    if not os.environ.get("NWD_TRACKER_URL"):
        os.environ["NWD_TRACKER_URL"] = tracker_url(os.environ["NWD_DATABASE_URL"])
    endpoints = AvailableEndpoints.read_endpoints(str(NLU / "endpoints.yml"))
    store = TrackerStore.create(endpoints.tracker_store)
    if not isinstance(store, EncryptedTrackerStore):
        raise StartError(
            "Rasa could not load the tracker store that nlu/endpoints.yml names, and would keep all in memory"
        )
    actions = ActionsEndpoint(endpoints.action)
    agent = Agent.load(model, tracker_store=store, action_endpoint=actions)
    actions.know(agent.domain)

    def too_many_actions(*_arguments: Any) -> NoReturn:
        raise TurnFailedError("action_limit", "the rules never came to listen")

    agent.processor.on_circuit_break = too_many_actions
    return agent


def build_app(agent: Any) -> Any:
    """A Sanic application with our channel under ``/webhooks/nwd``."""
    from rasa.core.channels.channel import register
    from rasa.shared.utils.io import read_config_file
    from sanic import Sanic

    from nlu.channel import NwdChannel

    credentials = read_config_file(str(NLU / "credentials.yml"))
    channel = NwdChannel.from_credentials(credentials["nlu.channel.NwdChannel"])
    app = Sanic("nwd_rasa", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = LARGEST_REQUEST
    app.config.RESPONSE_TIMEOUT = 120
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = 2.0
    app.ctx.agent = agent
    register([channel], app, route="/webhooks/")

    @app.before_server_stop
    async def _finish(_app: Any, _loop: Any) -> None:
        await channel.finish(SHUTDOWN)
        await agent.action_endpoint.close()

    return app


def serve(host: str, port: int, project: Project, models: Path) -> None:
    """Run until SIGTERM. Raises StartError."""
    _check_environment()
    model = _trained(project, models)
    place = _bound(host, port)
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a message is read quickest by one thread, others wait for none
    leave_out()
    app = build_app(load_agent(model))
    settle()

    @app.after_server_start
    async def _say(_app: Any, _loop: Any) -> None:
        log.info("listening on %s port=%s", host, place.getsockname()[1])

    app.run(sock=place, workers=1, access_log=False, motd=False, debug=False)


def main() -> int:
    options = argparse.ArgumentParser(prog="nlu.serve", description=__doc__)
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--port", type=int, default=5005)
    options.add_argument("--models", type=Path, default=MODELS)
    options.add_argument("--dialogues", type=Path, default=Project.dialogues)
    options.add_argument("--config", type=Path, default=Project.config)
    options.add_argument("--examples", type=Path, default=Project.examples)
    chosen = options.parse_args()
    logs.configure()
    try:
        serve(chosen.host, chosen.port, Project(chosen.dialogues, chosen.config, chosen.examples), chosen.models)
    except StartError as error:
        log.error("%s", error)  # noqa: TRY400 - the message says what to do
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
