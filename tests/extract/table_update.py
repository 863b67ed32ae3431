"""Refresh the marks ``known: …`` of the table: ``python -m tests.extract.table_update [--allow-regression]``.

Marks come off rows that are right now, and are put on new rows that are wrong. A row without a mark was right before:
if it is wrong now it is named and left as it is (exit status 1), and marked only with ``--allow-regression``.
"""

from __future__ import annotations

import argparse
import sys

from tests.extract.table_rows import FOLDER, KNOWN, Row, faults, read_rows, rows


def main() -> int:
    """Rewrite the files of the table and say what changed."""
    parser = argparse.ArgumentParser(prog="python -m tests.extract.table_update", description=__doc__)
    parser.add_argument("--allow-regression", action="store_true", help="mark rows that were right before, too")
    allow = parser.parse_args().allow_regression
    before = {row.text: row.mark for row in rows()}
    refused: list[Row] = []
    for path in sorted(FOLDER.glob("*.txt")):
        page = path.read_text("utf-8")
        after, left = refreshed(page, path.stem, allow_regression=allow)
        refused += left
        if after != page:
            path.write_text(after, "utf-8")
    rows.cache_clear()
    marks = {row.text: row.mark for row in rows()}
    off = sum(before[text] == KNOWN and not mark for text, mark in marks.items())
    new = sum(before[text] != KNOWN and mark == KNOWN for text, mark in marks.items())
    sys.stdout.write(f"{off} marks taken off, {new} put on, {sum(map(bool, marks.values()))} of {len(marks)} marked\n")
    for row in refused:
        sys.stdout.write("\n".join((f"was right: {row.name} {row.text}", *(f"  {fault}" for fault in faults(row)), "")))
    return 1 if refused else 0


def refreshed(page: str, file: str, *, allow_regression: bool = False) -> tuple[str, list[Row]]:
    """Give a file with its marks refreshed, and the rows that a mark was refused to."""
    lines = page.splitlines()
    refused = []
    for row in reversed(list(read_rows(page, file))):
        first = row.line - 1
        last = next((n for n in range(first, len(lines)) if not lines[n].strip()), len(lines))
        kept = [line for line in lines[first:last] if line != row.mark]
        if faults(row):
            if row.mark or allow_regression:
                kept.append(KNOWN)
            else:
                refused.append(row)
        lines[first:last] = kept
    return "\n".join(lines) + "\n", refused[::-1]


if __name__ == "__main__":
    sys.exit(main())
