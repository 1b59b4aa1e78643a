"""The one action of the plain bot, as Rasa's documentation shows it, behind Rasa's own action server."""

import sys

from rasa_sdk.endpoint import create_app
from rasa_sdk.forms import FormValidationAction


class ValidateFindSupportForm(FormValidationAction):
    def name(self) -> str:
        return "validate_find_support_form"


def main() -> None:
    """``rasa run actions`` can only listen on all addresses; this is the same server on loopback."""
    create_app("nlu.plain_bot.actions").run(host="127.0.0.1", port=int(sys.argv[1]), motd=False, access_log=False)


if __name__ == "__main__":
    main()
