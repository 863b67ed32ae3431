"""Rebuild the name tables of the lexicon from their sources.

    python training/gazetteers/build.py ARCHIVE.jsonl.xz NAMES_FOLDER [--evidence COUNTS.tsv]

Writes under src/asanid/lexicon/data/tables:
names_words     folded word → packed flags and counts, laid out in asanid.parse.names.words
names_phrases   names of several words → their kind
names_trigrams  three letters → how much they look foreign
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(Path(__file__).parent)]

import archive  # noqa: E402
import sources  # noqa: E402

from asanid.parse.names import lookup, words  # noqa: E402

TABLES = ROOT / "src" / "asanid" / "lexicon" / "data" / "tables"
HELD_OUT = ROOT / "training" / "names" / "held_out.txt"
SEEN_OFTEN, SEEN_ENOUGH = 4, 12
COMMON = 30


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("names", type=Path)
    parser.add_argument("--evidence", type=Path, help="word, count, and how often tagged PERSON, PLACE, ORG")
    options = parser.parse_args()
    forms = archive.count_forms(options.archive, HELD_OUT)
    given, surnames = sources.given_and_surnames({form for form, count in forms.items() if count > SEEN_OFTEN})
    foreign, places, clubs = sources.foreign_words(options.names), sources.places(), sources.clubs()
    names = {*given, *surnames, *foreign, *places, *clubs}
    known = archive.Names(
        frozenset(given),
        frozenset({*given, *surnames, *(w for w in foreign if foreign[w] > 2), *(p for p in places if places[p] > 1)}),
        frozenset({*names, *lookup.cues()}),
    )
    counts = archive.stems(forms, known)
    trigrams = trigram_weights(
        [word for word in {*foreign, *places} if " " not in word],
        [word for word, count in counts.items() if count >= COMMON and word not in names],
    )
    phrases = phrase_kinds(places, clubs, counts)
    evidence = read_evidence(options.evidence) if options.evidence else {}
    table = {}
    starts = {phrase.split()[0] for phrase in phrases}
    vocabulary = {word for word, count in counts.items() if count >= SEEN_OFTEN} | starts | set(evidence)
    vocabulary |= {name for name in names if " " not in name}
    vocabulary = {word for word in vocabulary if archive.resolve(word, forms, known) == word}
    known_names = {*names, *starts, *lookup.cues()}
    for word in vocabulary:
        if counts[word] < SEEN_ENOUGH and word not in known_names and not any(evidence.get(word, ())[1:]):
            continue  # an ordinary word, and rare: being unknown says the same of it
        table[word] = words.pack(
            given=given[word] > 0,
            surname=surnames[word] > 0,
            foreign=foreign[word] > 0,
            place=places[word] > 0,
            club=word in clubs,
            starts_phrase=word in starts,
            count=counts[word],
            likeness=words.likeness_bin(words.likeness(word, trigrams)),
            evidence=evidence.get(word, (0, 0, 0, 0)),
        )
    write("names_words", table)
    write("names_phrases", phrases)
    write("names_trigrams", trigrams)


def trigram_weights(foreign: Iterable[str], common: Iterable[str]) -> dict[str, int]:
    """Weigh each trigram of letters: 1000 + 100 × log-odds of standing in a foreign name rather than a common word."""
    yes: Counter[str] = Counter()
    no: Counter[str] = Counter()
    for word in foreign:
        yes.update(words.trigrams(word))
    for word in common:
        no.update(words.trigrams(word))
    total_yes, total_no = sum(yes.values()), sum(no.values())
    return {
        gram: 1000 + round(100 * math.log((yes[gram] + 1) / total_yes * total_no / (no[gram] + 1)))
        for gram in {*yes, *no}
        if yes[gram] + no[gram] > 2
    }


def phrase_kinds(places: Mapping[str, int], clubs: set[str], counts: Counter[str]) -> dict[str, int]:
    """Give the kind of each name of several words all of whose words are seen in the archive."""
    kinds = {}
    for phrase in {*places, *clubs}:
        parts = phrase.split()
        if len(parts) > 1 and all(counts[part] for part in parts):
            kinds[phrase] = words.PLACE_PHRASE if phrase in places else words.CLUB_PHRASE
    return kinds


def read_evidence(path: Path) -> dict[str, tuple[int, int, int, int]]:
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {row[0]: (int(row[1]), int(row[2]), int(row[3]), int(row[4])) for row in rows}


def write(name: str, table: Mapping[str, int]) -> None:
    TABLES.mkdir(parents=True, exist_ok=True)
    lines = [f"{form}\t{number}\n" for form, number in sorted(table.items())]
    (TABLES / f"{name}.tsv").write_text("".join(lines), "utf-8")
    print(name, len(lines), sum(len(line.encode()) for line in lines))


if __name__ == "__main__":
    main()
