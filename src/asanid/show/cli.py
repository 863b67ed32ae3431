"""The command line: ``asanid trace FILES…`` and what helps to use it."""

from __future__ import annotations

import sys
from typing import Any

import click

from asanid.errors import AsanidError

_ENDED = 1
"""Exit code of a run in which some sources had problems."""


class _Group(click.Group):
    """Turns errors that are meant for people into one line and exit code 2, a closed pipe into a quiet end."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except AsanidError as error:
            raise click.UsageError(str(error)) from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="asanid")
def cli() -> None:
    """Who really said this? Chains of attribution in Arabic news.

    \b
    asanid trace article.txt                   the answer, on this terminal
    asanid trace pages/ --format jsonl > out   the same for programs, one document a line
    asanid doctor                              what is installed and where settings come from
    """


@cli.command()
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["auto", "terminal", "json", "jsonl"]),
    default="auto",
    help="auto: readable on a terminal, jsonl in a pipe",
)
@click.option("--stream", is_flag=True, help="print each document when it is done, with keys of its own, and no claims")
@click.option(
    "--all", "every", is_flag=True, help="on the terminal, show every attribution and not only the telling ones"
)
@click.option("--published", metavar="DATE", help="publication date of a bare text (YYYY-MM-DD)")
@click.option("--outlet", help="who published a bare text")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    help="column of a CSV or JSONL that holds a field",
)
@click.option("--network/--no-network", default=None, help="allow web addresses to be fetched")
@click.option("--allow-private", is_flag=True, default=None, help="allow addresses inside a private network")
@click.option("--max-megabytes", type=int, help="largest file that is read")
@click.option("--jobs", type=int, help="processes to work with")
@click.option("--limit", type=int, metavar="N", help="stop after N articles")
@click.option("--lang", type=click.Choice(["ar", "en"]), help="language of the labels")
@click.option("--fast", is_flag=True, expose_value=False, help="the rules alone; in this version nothing else decides")
@click.option("--quiet", is_flag=True, help="no summary on standard error")
@click.pass_context
def trace(ctx: click.Context, /, sources: tuple[str, ...], **options: Any) -> None:
    """Show who says what in articles: files, folders, archives, web pages (with --network), - for standard input.

    \b
    asanid trace article.txt --published 2024-10-08
    asanid trace news.jsonl.xz --column text=body --jobs 2 --stream > out.jsonl
    cat page.html | asanid trace -

    Ends with 0 when every source was read, 1 when some had problems, 2 on wrong use.
    """
    from asanid.show.run import trace_command  # noqa: PLC0415  # what it imports is not needed for --help

    ctx.exit(trace_command(sources, **options))


@cli.command()
def doctor() -> None:
    """Tell what is installed: versions, the lexicon, where settings come from.

    \b
    asanid doctor
    ASANID_JOBS=2 asanid doctor
    """
    from asanid.show.run import doctor_lines  # noqa: PLC0415

    for line in doctor_lines():
        click.echo(line)


@cli.command()
def schema() -> None:
    """Print the JSON Schema of a document line.

    \b
    asanid schema > asanid-1.schema.json
    """
    from asanid.show.run import schema_text  # noqa: PLC0415

    click.echo(schema_text())


def main() -> None:
    """Run the command line; a reader that closes the pipe ends it quietly."""
    try:
        cli.main(prog_name="asanid")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(_ENDED)
