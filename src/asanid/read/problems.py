"""Everything that can keep a source from becoming an article, in one table.

A problem's message says what is wrong, where inside the source, and what to do about it; the source itself is
named beside it. ``PROBLEMS`` maps each slug to its message; the words in braces are filled in by the caller.

>>> problem("empty", "a.txt").message
'Nothing is in it. Check that the file was saved or downloaded completely.'
"""

from __future__ import annotations

from asanid.errors import ReadError
from asanid.model import Problem

PROBLEMS: dict[str, str] = {
    # --- what a source is ---
    "not-found": "There is no such file or folder. Check the spelling of the path.",
    "permission-denied": "It may not be read. Change its access rights or copy it to where you may read.",
    "not-a-file": "It is a {kind}, not a file or folder. Save it to a file, or pipe it in and give - as the source.",
    "symlink-cycle": "This link leads back into a folder above it. Remove the link or name the folder itself.",
    "empty-folder": "No readable file is in this folder. Check the path, or give the files by name.",
    "read-failed": "Reading stopped: {reason}. Check the disk or the connection and try again.",
    # --- what is in it ---
    "empty": "Nothing is in it. Check that the file was saved or downloaded completely.",
    "binary": "It holds binary data, not text. Convert it to text, HTML, PDF or DOCX first.",
    "oversized": "It is larger than {limit} bytes. Split it, or raise the limit (max_bytes).",
    "undecodable": "Its characters fit no known Arabic encoding ({where}). Save it again as UTF-8.",
    "bad-characters": "It holds characters that are no text ({where}). Save it again as clean UTF-8.",
    "mojibake": "Its letters were decoded wrongly before it was saved (UTF-8 read as {encoding})."
    " Get the original again, or undo the wrong conversion.",
    "not-arabic": "It is not Arabic: {why}. Leave it out, or lower the limit (min_arabic) if it is.",
    "unknown-format": "Files of this kind ({kind}) cannot be read. {cure}",
    "broken-archive": "Its compression is damaged ({reason}). Download it again.",
    # --- tables ---
    "bad-row": "This record cannot be used: {reason}. Correct it, or leave it out.",
    "no-text-column": "No column holds the text; its columns are {columns}. Name the column (columns: text = NAME).",
    "no-text": "The record has an address but no text. Allow the network to fetch the page, or add the text.",
    "no-body": "Only the {parts} could be read, not the body. Allow the network to fetch the page, or add it.",
    # --- documents and pages ---
    "no-article": "No article text was found in the page. Save the article's own page, or paste its text.",
    "broken-html": "The page cannot be parsed ({reason}). Save it again from the browser.",
    "broken-pdf": "The PDF is damaged ({reason}). Download or export it again.",
    "encrypted": "The file is protected by a password. Save a copy without the password.",
    "no-text-layer": "The PDF holds pictures of pages and no text. Run text recognition (OCR) on it first.",
    "garbled-text-layer": "The PDF's text does not say which letters it shows ({why})."
    " Run text recognition (OCR) on it, or get the text from another file.",
    "doubtful-letters": "{count} characters of the PDF do not say which letters they are. Compare with the page.",
    "broken-docx": "The document is damaged ({reason}). Open and save it again in a word processor.",
    "broken-feed": "The feed cannot be parsed ({reason}). Check the address or download it again.",
    "broken-sitemap": "The sitemap cannot be parsed ({reason}). Check the address or download it again.",
    "broken-warc": "The web archive is damaged ({reason}); what came before was read. Download it again.",
    "bad-date": "The date {value!r} was not understood and is left out. Write it as 2021-05-30.",
    # --- the network ---
    "network-off": "Reading this needs the network ({what}). Allow it (--network, or network=True).",
    "bad-url": "The address cannot be used: {reason}. Give a full http or https address.",
    "private-address": "The address leads into a private network ({host}). Allow it (allow_private) if that is meant.",
    "fetch-failed": "The page could not be fetched: {reason}. Check the address and the connection.",
}


def problem(slug: str, source: str, **details: object) -> Problem:
    """Make the ``Problem`` of this slug for a source; ``details`` fill the words in braces."""
    return Problem(source, slug, PROBLEMS[slug].format(**details))


def failure(slug: str, source: str, **details: object) -> ReadError:
    """Make the error to raise where a source gives no article."""
    return ReadError(problem(slug, source, **details))


def reason(error: BaseException) -> str:
    """Put an exception into a few words on one line, for a message."""
    words = " ".join(str(error).split()) or type(error).__name__
    return words.encode("utf-8", "replace").decode()[:120]
