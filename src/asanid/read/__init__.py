"""Reading: files, folders, standard input, pages, feeds, sitemaps and archives → articles.

``read()`` gives an ``Article`` or a ``Problem`` for everything it finds and never ends a run; ``read_text()`` makes
an article of pasted text. The way of a source: ``walk`` opens it, ``dispatch`` unpacks and recognises it, the reader
of its format (``plain``, ``html``, ``pdf``, ``rows``, …) finds text and facts, ``article`` checks them and composes
the text by ``recipe``. Every problem is in the table of ``problems``. Only ``fetch`` opens the network.
"""

from asanid.read.options import ReadOptions, Source
from asanid.read.plain import read_text
from asanid.read.problems import PROBLEMS
from asanid.read.recipe import article_id, canonical_url, compose
from asanid.read.walk import read

__all__ = [
    "PROBLEMS",
    "ReadOptions",
    "Source",
    "article_id",
    "canonical_url",
    "compose",
    "read",
    "read_text",
]
