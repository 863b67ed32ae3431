"""The command reference, written from the help: ``python -m asanid.show.reference > docs/commands.md``."""

from __future__ import annotations

import click

from asanid.show.cli import cli


def reference() -> str:
    """Give the page ``docs/commands.md``."""
    pages = [
        "# Commands\n\nWritten from `--help` by `python -m asanid.show.reference`; edit the help, not this page.\n"
    ]
    with click.Context(cli, info_name="asanid") as outer:
        pages += [_page(name, command, outer) for name, command in sorted(cli.commands.items())]
    return "\n".join(pages)


def _page(name: str, command: click.Command, outer: click.Context) -> str:
    context = click.Context(command, info_name=name, parent=outer, terminal_width=100, max_content_width=100)
    return f"## asanid {name}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    print(reference(), end="")
