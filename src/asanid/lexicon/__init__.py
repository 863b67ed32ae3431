"""Arabic as data: word lists in YAML and tables, compiled at build time into one file that loads in milliseconds.

``data/*.yaml`` holds the entries a person edits, ``data/tables/*.tsv`` what scripts distilled, and ``schema/`` says
what an entry looks like. ``python -m asanid.lexicon.compile`` checks all of it and writes ``lexicon.bin``, as the build
of a wheel does. At run time ``section()`` and ``table()`` decode only what is asked for.
"""

from asanid.lexicon.artefact import fingerprint, section, table

__all__ = ["fingerprint", "section", "table"]
