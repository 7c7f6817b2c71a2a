"""The console program: one verb a module of `ui.commands`, found by its PLUGIN; errors as one message, never a traceback.

Exit status: 0; 1 the work failed or a limit ended it; 2 wrong usage or input; 130 broken off with Ctrl+C.
"""

from __future__ import annotations

import os
import signal
import sys

import click

from extract.errors import TifaError
from extract.registry import plugins

INTERRUPTED = 130
TERMINATED = 143


class Program(click.Group):
    """A click group whose verbs are plug-ins and whose errors are one message on standard error."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of a first visit."""
        order = ("build", "ui", "query", "info", "export", "verify", "extract")
        return sorted(self._verbs(), key=lambda name: (order.index(name) if name in order else len(order), name))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return a verb by its name."""
        return self._verbs().get(name)

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; what the user can mend ends with its message and exit status."""
        try:
            return super().invoke(ctx)
        except TifaError as error:
            click.echo(f"tifa: {error}", err=True)
            ctx.exit(error.exit_status)
        except (KeyboardInterrupt, click.Abort):
            click.echo("tifa: broken off.", err=True)
            ctx.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise
        except Exception as error:
            if os.environ.get("TIFA_TRACEBACK"):
                raise
            click.echo(f"tifa: {_in_words(error)}", err=True)
            ctx.exit(1)

    def _verbs(self) -> dict[str, click.Command]:
        found = (plugin for plugin in plugins("ui.commands") if isinstance(plugin, click.Command))
        return {command.name or "": command for command in found}


def _in_words(error: Exception) -> str:
    """Say what went wrong where nobody foresaw it; the system's errors carry their own words."""
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        return f"{place}{error.strerror}. Look at the path, its permissions and the space on the disk."
    if isinstance(error, MemoryError):
        return "the memory does not suffice. Use fewer --jobs or fewer texts at a time."
    kind, reason = type(error).__name__, str(error).partition("\n")[0]
    return f"unexpected error ({kind}: {reason}). Please report it; TIFA_TRACEBACK=1 shows where it arose."


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="tifa", prog_name="tifa")
def program() -> None:
    """Tifa reads Chinese official speeches and shows their fixed formulations (提法) as a graph.

    Begin with `tifa ui`: it opens five speeches in the browser.
    """


def main() -> None:
    """Run the console program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # Ended from outside, the work still clears up what it has half-written.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    try:
        program(prog_name="tifa")
    except SystemExit as end:
        _end(end.code if isinstance(end.code, int) else 1)
        raise


def _end(status: int) -> None:
    """Do not wait for a query that was ended at its limit."""
    store = sys.modules.get("graph.stores.arcade")
    if store is not None:
        store.leave(status)


if __name__ == "__main__":
    main()
