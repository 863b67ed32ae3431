"""The last step of every reader: what was found → an ``Article``, or the reason why not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from asanid.model import Article, Block, Problem
from asanid.read.arabic import arabic_share, is_foreign
from asanid.read.dates import iso_date
from asanid.read.encoding import UndecodableError, decode, mojibake
from asanid.read.options import ReadOptions, Source
from asanid.read.problems import failure, problem
from asanid.read.recipe import article_id, compose

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_HEAD = 4_000


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader found. ``parts`` are blocks with offsets in ``body``; ``verbatim`` keeps the body as it is."""

    body: str
    title: str | None = None
    summary: str | None = None
    byline: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    retrieved: str | None = None
    parts: tuple[Block, ...] = ()
    verbatim: bool = False


def finish(draft: Draft, source: Source, options: ReadOptions, problems: tuple[Problem, ...] = ()) -> Article:
    """Make the article; raise ``ReadError`` where its text is empty, broken or not Arabic."""
    text, blocks = (
        (draft.body, draft.parts) if draft.verbatim else compose(draft.title, draft.summary, draft.body, draft.parts)
    )
    check(text, source, options)
    dates = {"published": draft.published, "updated": draft.updated, "retrieved": draft.retrieved}
    known = {name: iso_date(value) if value else None for name, value in dates.items()}
    bad = tuple(
        problem("bad-date", source.name, value=_clean(value))
        for name, value in dates.items()
        if value and known[name] is None
    )
    url = _clean(draft.url) or source.url
    return Article(
        id=article_id(text, url),
        text=text,
        path=source.path,
        url=url,
        outlet=_clean(draft.outlet) or options.outlet,
        title=_clean(draft.title),
        byline=_clean(draft.byline),
        published=known["published"] or (iso_date(options.published) if options.published else None),
        updated=known["updated"],
        retrieved=known["retrieved"] or source.retrieved,
        blocks=blocks,
        problems=problems + bad,
    )


def check(text: str, source: Source, options: ReadOptions) -> None:
    """Raise ``ReadError`` where a text cannot be an Arabic article."""
    if not text.strip():
        raise failure("empty", source.name)
    if found := _UNSTORABLE.search(text):
        raise failure("bad-characters", source.name, where=f"U+{ord(found[0]):04X} at {found.start()}")
    if encoding := mojibake(text):
        raise failure("mojibake", source.name, encoding=encoding)
    share = arabic_share(text)
    if share == 0.0 or share < options.min_arabic:
        raise failure("not-arabic", source.name, why=f"{share:.0%} of its letters are")
    if is_foreign(text[:_HEAD]):
        raise failure("not-arabic", source.name, why="its words are those of another language in Arabic script")


def decoded(data: bytes, source: Source, declared: str | None = None) -> str:
    """Decode a whole source; raise ``ReadError`` where it is no text."""
    try:
        return decode(data, declared or source.charset)
    except UndecodableError as error:
        why = "none of its letters are"
        raise failure(error.slug, source.name, where=error.where, why=why) from None


def _clean(value: str | None) -> str | None:
    """Keep a field on one line, and out of trouble with lone surrogates."""
    if value is None:
        return None
    return _UNSTORABLE.sub("\ufffd", " ".join(value.split())) or None
