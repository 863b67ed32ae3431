"""Distil the word counts of a news archive into the table ``words`` that the segmenter scores stems with.

python training/segmenter/words.py ARCHIVE.jsonl.xz NAMES.tsv…   # writes src/asanid/lexicon/data/tables/words.tsv
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from archive import count_words

from asanid.parse.clitic_model import PROCLITIC_BITS, PRONOUN_BITS, SHIFT, bare
from asanid.parse.fold import fold_key

TABLE = Path(__file__).parents[2] / "src/asanid/lexicon/data/tables/words.tsv"
PREFIXES = ("", *PROCLITIC_BITS, *(c + p for c in "وف" for p in "بلكس"))
PRONOUNS = (*PRONOUN_BITS, "هما", "ك", "كم")
MET = 2
"""A clitic counts as met on a stem from this many words on."""


class Stems:
    """What the archive says of each stem: counts, by field of the table."""

    def __init__(self, counts: Counter[str]) -> None:
        """Add up counts of words whose final ة and ى are unfolded."""
        self.raw: Counter[str] = Counter()
        self.definite: Counter[str] = Counter()
        self.taa: Counter[str] = Counter()
        self.clitics: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for word, count in counts.items():
            self._add(word, count)

    def _add(self, word: str, count: int) -> None:
        form = fold_key(word)
        self.raw[form] += count
        if word.endswith("ة"):
            self.taa[form] += count
        for prefix in PREFIXES:
            host = form[len(prefix) :]
            if form.startswith(prefix) and len(host) > 1:
                self._add_host(prefix, host, count, may_end_in_pronoun=word[-1] not in "ةى")

    def _add_host(self, prefix: str, host: str, count: int, *, may_end_in_pronoun: bool) -> None:
        if prefix:
            self.clitics[host].update(dict.fromkeys(prefix, count))
        if host.startswith("ال") and "س" not in prefix and "ل" not in prefix:
            self.definite[host[2:]] += count
        if prefix.endswith("ل") and host.startswith("ل"):
            self.definite[host[1:]] += count
        if not may_end_in_pronoun:
            return
        for pronoun in PRONOUNS:
            if host.endswith(pronoun) and len(host) - len(pronoun) > 1:
                self.clitics[host[: -len(pronoun)]].update(dict.fromkeys((*prefix, pronoun), count))

    def entry(self, stem: str, names: frozenset[str]) -> int:
        """Pack what is known of a stem into the number that the table holds for it."""
        met = self.clitics.get(stem, {})
        raw, definite = self.raw[stem], self.definite[stem]
        if not raw and any(pronoun in met for pronoun in PRONOUNS):
            raw, definite = self.raw[bare(stem)], self.definite[bare(stem)]
        least = max(MET, raw // 5000)
        fields = {
            "raw": min(15, raw.bit_length()),
            "def": min(15, definite.bit_length()),
            "pro": sum(1 << i for i, bit in enumerate(PROCLITIC_BITS) if met.get(bit, 0) >= least),
            "enc": sum(1 << i for i, bit in enumerate(PRONOUN_BITS) if met.get(bit, 0) >= least),
            "taa": self._taa(stem),
            "name": int(stem in names),
        }
        return sum(value << SHIFT[field] for field, value in fields.items())

    def _taa(self, stem: str) -> int:
        """Say how often the final ه of a stem is written ة: 0 does not apply, 1 rarely, 2 often, 3 nearly always."""
        if not stem.endswith("ه"):
            return 0
        share = self.taa[stem] / max(1, self.raw[stem])
        return 1 if share < 0.1 else 2 if share < 0.97 else 3

    def kept(self, names: frozenset[str]) -> Iterator[str]:
        """Give the stems that the table has room for."""
        for stem in sorted(self.raw.keys() | self.definite.keys() | self.clitics.keys()):
            if not self._only_with_article(stem) and self._well_met(stem, stem in names):
                yield stem

    def _only_with_article(self, stem: str) -> bool:
        """Say whether a form is the article and a stem, no more: the count of that stem covers it."""
        covered = stem.startswith("ال") and self.definite[stem[2:]] >= self.raw[stem]
        return covered and self.definite[stem] < MET and not self._met(stem, PRONOUN_BITS)

    def _well_met(self, stem: str, is_name: bool) -> bool:
        raw, definite = self.raw[stem], self.definite[stem]
        if raw >= 3 or definite >= 2:
            return True
        if raw or definite:
            return is_name or self._met(stem, (*PROCLITIC_BITS, *PRONOUNS)) >= 2
        return self.raw[bare(stem)] >= 3 and self._met(stem, PRONOUNS) > 0

    def _met(self, stem: str, clitics: tuple[str, ...]) -> int:
        counts = self.clitics.get(stem, {})
        return sum(counts.get(clitic, 0) >= MET for clitic in clitics)


def main(archive: str, *names: str) -> None:
    """Write the table."""
    stems = Stems(count_words(Path(archive)))
    known = frozenset(read_names(names))
    rows = [f"{stem}\t{stems.entry(stem, known)}\n" for stem in stems.kept(known)]
    TABLE.write_text("".join(rows), "utf-8")
    print(f"{TABLE.name}: {len(rows)} stems, {TABLE.stat().st_size / 1e6:.2f} MB")


def read_names(files: tuple[str, ...]) -> Iterator[str]:
    """Read the Arabic side of name pairs (``english<TAB>letters with spaces<TAB>count``)."""
    for file in files:
        for line in Path(file).read_text("utf-8").splitlines():
            yield fold_key(line.split("\t")[1].replace(" ", ""))


if __name__ == "__main__":
    main(*sys.argv[1:])
