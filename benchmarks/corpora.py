"""The annotated corpora, each text with its gold and as the program reads it.

- ``examples``: articles written for this project (examples/);
- ``seeds``: real articles outside the repository (../shared/gold, ../shared/seeds);
- ``open``, ``locked``: two halves of one draw from a news archive (training/annotations/news), whose texts are joined
  from ../shared/data/news. ``locked`` is for measuring only: nothing may print its text;
- ``train``, ``dev``: parts of a second draw, less looked at than ``open`` while rules were made.

``ASANID_SHARED`` names another place for ../shared.
"""

from __future__ import annotations

import lzma
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

import msgspec
from annotation import Annotation, GoldClaim

from asanid.model import Article
from asanid.read import ReadOptions, read

Name = Literal["examples", "seeds", "open", "train", "dev", "locked"]
NAMES: tuple[Name, ...] = get_args(Name)
ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
_SEED_LAYERS = ("blocks", "mentions", "attributions", "contacts")


class CorpusError(Exception):
    """A corpus that cannot be used as it is; the message names the file."""


class AbsentError(CorpusError):
    """A corpus whose files are not on this machine."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text: its name, what is marked in it, and the article as read."""

    name: str
    gold: Annotation
    article: Article


@dataclass(frozen=True, slots=True)
class Corpus:
    """Annotated texts; ``layers`` are those annotated, ``fingerprint`` changes with any gold file or text."""

    name: Name
    layers: tuple[str, ...]
    documents: tuple[Labelled, ...]
    claims: tuple[GoldClaim, ...]
    fingerprint: str


class _GoldFile(msgspec.Struct, frozen=True):
    """A stand-off annotation: ``file`` or ``article`` names the text, ``sha256`` pins it; the spans are read apart."""

    sha256: str
    recipe: Literal["text/1"]
    layers: tuple[str, ...]
    file: str | None = None
    article: str | None = None
    published: str | None = None
    outlet: str | None = None


class _Record(msgspec.Struct, frozen=True):
    id: str


def shared() -> Path:
    """Give the place of what is kept outside the repository; it may be absent."""
    return Path(os.environ.get("ASANID_SHARED") or ROOT.parent / "shared")


def load(name: Name) -> Corpus:
    """Read a corpus; raise ``AbsentError`` where its files are not there, ``CorpusError`` where they do not agree."""
    return _LOADERS[name]()


def _examples() -> Corpus:
    folder = ROOT / "examples"
    files = [file for file in _files(folder / "gold", "*.json") if file.stem != "claims"]
    documents = []
    for file in files:
        head = _head(file)
        path = folder / "articles" / str(head.file)
        options = ReadOptions(format="text", published=head.published, outlet=head.outlet)
        documents.append(_labelled(file, head, _only(path, options)))
    claims = folder / "gold" / "claims.json"
    return _corpus("examples", [*files, claims], _head(files[0]).layers, documents, _claims([_gold_claims(claims)]))


def _seeds() -> Corpus:
    files = _files(shared() / "gold", "*.gold.json")
    documents = []
    for file in files:
        gold = msgspec.json.decode(file.read_bytes(), type=Annotation)
        name = file.name.removesuffix(".gold.json")
        article = _only(shared() / "seeds" / f"{name}.txt", ReadOptions(format="text"))
        if article.text != gold.text:
            raise CorpusError(f"{file}: the text of the seed is not the annotated one")
        documents.append(Labelled(name, gold, article))
    claims = _files(shared() / "gold", "claims-*.json")
    return _corpus("seeds", [*files, *claims], _SEED_LAYERS, documents, _claims(map(_seed_claims, claims)))


def _news(part: Literal["open", "train", "dev", "locked"]) -> Corpus:
    files = _files(ROOT / "training" / "annotations" / "news" / part, "*.json")
    articles = _archive_articles()
    documents = []
    for file in files:
        head = _head(file)
        if head.article not in articles:
            raise CorpusError(f"{file}: the archive has no article {head.article}")
        documents.append(_labelled(file, head, articles[head.article]))
    return _corpus(part, files, _head(files[0]).layers, documents, ())


_LOADERS: dict[Name, Callable[[], Corpus]] = {
    "examples": _examples,
    "seeds": _seeds,
    "open": partial(_news, "open"),
    "train": partial(_news, "train"),
    "dev": partial(_news, "dev"),
    "locked": partial(_news, "locked"),
}


def _corpus(
    name: Name,
    files: Iterable[Path],
    layers: tuple[str, ...],
    documents: list[Labelled],
    claims: tuple[GoldClaim, ...],
) -> Corpus:
    digest = sha256()
    for part in [*(file.read_bytes() for file in files), *(document.article.text.encode() for document in documents)]:
        digest.update(sha256(part).digest())
    return Corpus(name, layers, tuple(documents), claims, digest.hexdigest())


def _labelled(file: Path, head: _GoldFile, article: Article) -> Labelled:
    if sha256(article.text.encode()).hexdigest() != head.sha256:
        raise CorpusError(f"{file}: the text is not the annotated one (its sha256 differs)")
    raw = msgspec.json.decode(file.read_bytes())
    return Labelled(file.stem, msgspec.convert(raw | {"text": article.text}, Annotation), article)


def _head(file: Path) -> _GoldFile:
    return msgspec.json.decode(file.read_bytes(), type=_GoldFile)


def _only(path: Path, options: ReadOptions) -> Article:
    """Read a file that holds one article."""
    if not path.exists():
        raise AbsentError(f"{path} is not there")
    items = list(read([path], options))
    if len(items) != 1 or not isinstance(items[0], Article):
        raise CorpusError(f"{path} does not give one article")
    return items[0]


def _files(folder: Path, pattern: str) -> list[Path]:
    if not (files := sorted(folder.glob(pattern))):
        raise AbsentError(f"{folder} has no {pattern}")
    return files


# --- claims ---------------------------------------------------------------------------------------


def _claims(parts: Iterable[list[GoldClaim]]) -> tuple[GoldClaim, ...]:
    return tuple(claim for part in parts for claim in part)


def _gold_claims(file: Path) -> list[GoldClaim]:
    return msgspec.json.decode(file.read_bytes(), type=list[GoldClaim])


def _seed_claims(file: Path) -> list[GoldClaim]:
    """Read claims whose members are lists: document, attribution and, mostly, role."""
    raw = msgspec.json.decode(file.read_bytes())
    names = ("document", "attribution", "role")
    for claim in raw:
        claim["members"] = [dict(zip(names, member, strict=False)) for member in claim["members"]]
    return msgspec.convert(raw, list[GoldClaim])


# --- the archive ----------------------------------------------------------------------------------


def archive() -> Path:
    """Give the news archive; raise ``AbsentError`` where there is none."""
    return _files(shared() / "data" / "news", "*.jsonl.xz")[0]


def _archive_articles() -> dict[str, Article]:
    """Give the annotated articles of the archive by their ids there, read as the program reads any JSONL."""
    rows = _annotated_rows()
    articles: dict[str, Article] = {}
    with rows.open("rb") as lines:
        for line, item in zip(lines, read([rows], ReadOptions(format="jsonl")), strict=True):
            name = msgspec.json.decode(line, type=_Record).id
            if not isinstance(item, Article):
                raise CorpusError(f"{name}: not read as an article ({item.slug})")
            articles[name] = item
    return articles


def _annotated_rows() -> Path:
    """Give a file with the annotated rows of the archive as they stand there.

    Going through the archive takes seconds, so the file is kept; its name changes with the archive and the list.
    """
    source = archive()
    wanted = {file.stem for file in _files(ROOT / "training" / "annotations" / "news", "*/*.json")}
    known = source.stat()
    state = f"{source} {known.st_size} {known.st_mtime_ns} {sorted(wanted)}"
    rows = CACHE / f"news-{sha256(state.encode()).hexdigest()[:16]}.jsonl"
    if not rows.exists():
        CACHE.mkdir(exist_ok=True)
        unfinished = rows.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(b"".join(_rows(source, wanted)))
        unfinished.replace(rows)
    return rows


def _rows(source: Path, wanted: set[str]) -> Iterator[bytes]:
    with lzma.open(source) as lines:
        for line in lines:
            if msgspec.json.decode(line, type=_Record).id in wanted:
                yield line
