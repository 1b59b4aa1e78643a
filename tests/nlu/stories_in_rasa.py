"""``python -m tests.nlu.stories_in_rasa …``: the command line of Rasa, for ``test core`` on the stories of ours.

Rasa's test stories run no action and have no way to write down what an action makes follow. Three of ours (and one
made of them) answer with a follow-up, which is all that is added here; every other step is the policies' own choice.
"""

from __future__ import annotations

from typing import Any

from rasa.__main__ import main
from rasa.core.processor import MessageProcessor
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActiveLoop, FollowupAction
from rasa.shared.core.trackers import DialogueStateTracker

RETURNS = ("action_resume", "action_carry_on", "action_letter_back")
"""Back to the open question (``actions.base.Resume``)."""
WAITS = "action_wait"
"""For words, with the form active anew (``actions.base.Wait``)."""

_predict = MessageProcessor.predict_next_with_tracker_if_should


def predict(self: MessageProcessor, tracker: DialogueStateTracker) -> Any:
    """In place of ``MessageProcessor.predict_next_with_tracker_if_should``."""
    form = tracker.active_loop_name
    if tracker.latest_action_name in RETURNS and form:
        tracker.update(FollowupAction(form))
    elif tracker.latest_action_name == WAITS:
        if form:
            tracker.update(ActiveLoop(form))
        tracker.update(FollowupAction(ACTION_LISTEN_NAME))
    return _predict(self, tracker)


if __name__ == "__main__":
    MessageProcessor.predict_next_with_tracker_if_should = predict
    main()
