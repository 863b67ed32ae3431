"""What a reader can be told, and where the bytes come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from asanid.errors import ConfigError
from asanid.read.dates import iso_date

FORMATS = ("auto", "text", "markdown", "html", "pdf", "docx", "json", "jsonl", "csv", "feed", "sitemap", "warc")
FIELDS = (
    "id",
    "url",
    "outlet",
    "title",
    "published",
    "updated",
    "retrieved",
    "author",
    "summary",
    "text",
    "language",
)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read. Bad values raise ``ConfigError``.

    ``network`` allows fetching at all, ``allow_private`` also from private addresses. ``max_bytes`` limits a file,
    or a record where records stream. ``columns`` names columns of tables: field to column. ``published`` and
    ``outlet`` fill in what a source does not say. ``min_arabic`` is the least share of Arabic among the letters.
    """

    network: bool = False
    allow_private: bool = False
    timeout: float = 20.0
    max_bytes: int = 64 * 2**20
    format: str = "auto"
    columns: Mapping[str, str] = field(default_factory=dict)
    published: str | None = None
    outlet: str | None = None
    min_arabic: float = 0.25

    def __post_init__(self) -> None:
        """Refuse values that cannot be meant."""
        if self.format not in FORMATS:
            raise ConfigError(f"format is {self.format!r}; it should be one of {', '.join(FORMATS)}")
        if unknown := sorted(set(self.columns) - set(FIELDS)):
            raise ConfigError(f"columns names {', '.join(unknown)}; the fields are {', '.join(FIELDS)}")
        if self.published is not None and iso_date(self.published) is None:
            raise ConfigError(f"published is {self.published!r}; it should be a date such as 2021-05-30")
        if self.max_bytes < 1 or self.timeout <= 0 or not 0 <= self.min_arabic <= 1:
            raise ConfigError("max_bytes and timeout should be above 0, and min_arabic from 0 to 1")


@dataclass(frozen=True, slots=True)
class Source:
    """Where bytes come from: ``name`` stands in problems, the rest goes into the article."""

    name: str
    path: str | None = None
    url: str | None = None
    charset: str | None = None
    media_type: str | None = None
    retrieved: str | None = None

    def part(self, label: str) -> Source:
        """Name one record of this source, as in ``file.jsonl#17``."""
        path = None if self.path is None else f"{self.path}#{label}"
        return replace(self, name=f"{self.name}#{label}", path=path)
