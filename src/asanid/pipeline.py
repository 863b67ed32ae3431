"""THE FLOW: read → parse → extract → link.

``analyse()`` takes one article through it as far as extract, ``trace()`` many, in their order, on as many processes as
asked for, and ``linked()`` joins what they say of the same things.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from importlib.metadata import version
from itertools import islice

from asanid import lexicon
from asanid.extract.attributions import find_attributions
from asanid.extract.contacts import find_contacts
from asanid.link.link import link
from asanid.model import RECIPE, SCHEMA, Article, Block, Claim, Document, Entity, Problem, Producer
from asanid.parse.fold import fold_key
from asanid.parse.parsed import parse
from asanid.read import ReadOptions, read

_CHUNK = 16
"""Articles a process is given at a time."""


def trace(
    sources: Iterable[str | os.PathLike[str]], options: ReadOptions | None = None, jobs: int = 1
) -> Iterator[Document | Problem]:
    """Read sources and analyse every article in them, in order; what cannot be read comes out as a ``Problem``."""
    items = read(sources, options or ReadOptions())
    yield from map(_one, items) if jobs <= 1 else _parallel(items, jobs)


def linked(results: Iterable[Document | Problem]) -> tuple[list[Document | Problem], tuple[Claim, ...]]:
    """Give results with entity keys shared among the documents, and the claims that they make; holds them all."""
    found = list(results)
    documents, claims = link([result for result in found if isinstance(result, Document)])
    shared = iter(documents)
    return [next(shared) if isinstance(result, Document) else result for result in found], claims


def analyse(article: Article) -> Document:
    """Take one article through the flow."""
    parsed = parse(article)
    attributions, sources = find_attributions(parsed)
    contacts, entities = find_contacts(parsed, attributions, sources)
    return Document(
        schema=SCHEMA,
        id=article.id,
        path=article.path,
        url=article.url,
        outlet=article.outlet,
        outlet_entity=_outlet_entity(article, entities),
        title=article.title or _title(article, parsed.blocks),
        published=article.published,
        recipe=RECIPE,
        text=article.text,
        producer=_producer(),
        blocks=parsed.blocks,
        entities=entities,
        mentions=parsed.mentions,
        attributions=attributions,
        contacts=contacts,
        dates=parsed.dates,
        problems=article.problems,
    )


@cache
def _producer() -> Producer:
    return Producer(version("asanid"), lexicon.fingerprint())


def _one(item: Article | Problem) -> Document | Problem:
    return analyse(item) if isinstance(item, Article) else item


def _many(items: list[Article | Problem]) -> list[Document | Problem]:
    return [_one(item) for item in items]


def _parallel(items: Iterator[Article | Problem], jobs: int) -> Iterator[Document | Problem]:
    """Keep every process busy and only a few chunks in memory, and give the results in the order of reading."""
    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[list[Document | Problem]]] = deque()
        while chunk := list(islice(items, _CHUNK)):
            waiting.append(pool.submit(_many, chunk))
            if len(waiting) >= 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _title(article: Article, blocks: Iterable[Block]) -> str | None:
    return next((article.text[b.start : b.end] for b in blocks if b.kind == "title"), None)


def _outlet_entity(article: Article, entities: Iterable[Entity]) -> str | None:
    """The entity of the outlet, where the article names its own outlet."""
    if not article.outlet:
        return None
    name = fold_key(article.outlet)
    return next(
        (e.key for e in entities if e.type == "MEDIA" and name in {fold_key(a) for a in (e.name, *e.aliases)}),
        None,
    )
