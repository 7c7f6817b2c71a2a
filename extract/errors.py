"""The errors that a user can mend: one message that says what happened, where, and what to do."""


class TifaError(Exception):
    """Base of all errors whose message is shown as it stands, without a traceback.

    `exit_status` is what the console program ends with.
    """

    exit_status = 1


class InputError(TifaError):
    """Wrong usage or input: no such file, an empty or binary file, a broken graph folder, a wrong query."""

    exit_status = 2


class LexiconError(InputError):
    """A lexicon file that cannot be used, with the file, the line and the entry."""


class LimitError(TifaError):
    """A limit of time or memory ended the work."""
