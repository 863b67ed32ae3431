"""Nouns that stand for sources and words that go with a source or name, by their folded forms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from asanid.extract.grammar import words
from asanid.extract.scene import Scene
from asanid.lexicon import section
from asanid.lexicon.schema.cues import Anonymiser, SourceNoun
from asanid.lexicon.schema.names import Nation, Outlet, OutletKind, Title, TitleKind
from asanid.model import Anonymity, Token
from asanid.parse.fold import fold_key

_ENDINGS = ("يين", "يون", "ون", "ين", "ان", "ات", "ه")
_DUAL = ("ان", "ين")
_NO_KINDS: frozenset[TitleKind] = frozenset()
_NUMBERS = ("_pl", "_fs", "_f")
_SOUND_PLURAL = 5
"""Letters that a definite plural in «ين» has more than."""


def is_source_noun(stem: str) -> bool:
    """Whether a stem, with or without its article, stands for a source: «المسؤول», «مصدر»."""
    return find_source_noun(stem) is not None


def is_title(stem: str) -> bool:
    """Whether a stem is a title or office: «الوزير», «مستشار»."""
    return stem in _titles()


def title_kinds(stem: str) -> frozenset[TitleKind]:
    """Give the kinds of title a stem may be, with or without its article."""
    return _titles().get(stem, _NO_KINDS)


def may_head_source(scene: Scene, position: int) -> bool:
    """Whether a source can begin here: a name, a source noun, a title, «أحد», «عدد من»."""
    stem = scene.stem(position)
    if scene.name(position) is not None or stem in words("quantifier") or is_source_noun(stem) or is_title(stem):
        return True
    return position < scene.last and _is_of_a_body(scene, position)


def _is_of_a_body(scene: Scene, position: int) -> bool:
    """«قادة الجيش الأمريكي», «شرطة باريس»: a noun whose genitive is the name of a body or place, or of a people."""
    token, name = scene.tokens[position], scene.name(position + 1)
    plain = token.kind == "word" and not token.enclitic and not token.stem.startswith("ال") and len(token.stem) > 2
    following = scene.tokens[position + 1] if position + 1 < scene.last else None
    return (
        plain
        and name is not None
        and name.type in {"ORG", "GROUP"}
        and following is not None
        and not following.proclitics
    )


def find_source_noun(stem: str) -> SourceNoun | None:
    """Give the source noun of a stem, with or without its article."""
    return _with_article().get(stem)


def family(noun: SourceNoun) -> str:
    """Give what the entries of one noun share: ``official`` of «مسؤول», «مسؤولة», «مسؤولون»."""
    return next((noun.id.removesuffix(ending) for ending in _NUMBERS if noun.id.endswith(ending)), noun.id)


def is_several(noun: SourceNoun, stem: str) -> bool:
    """Whether a form of a noun means several: an entry for several, a dual, or «شركات»."""
    return noun.plural or is_dual(noun, stem) or _is_sound_plural(noun, stem)


def is_dual(noun: SourceNoun, stem: str) -> bool:
    """Whether a form is a dual: «الشركتان», «مصدرين»."""
    bare = stem.removeprefix("ال")
    if noun.plural or not bare.endswith(_DUAL):
        return False
    forms = _source_nouns()
    single = bare[:-3] + "ه" if bare[-3:-2] == "ت" else bare[:-2]
    return any(forms.get(form) is noun for form in (bare[:-2], single))


def _is_sound_plural(noun: SourceNoun, stem: str) -> bool:
    bare = stem.removeprefix("ال")
    forms = _source_nouns()
    return bare.endswith("ات") and any(forms.get(bare[:-2] + end) is noun for end in ("ه", ""))


def is_oblique(scene: Scene, position: int) -> bool:
    """«حث المسافرين على …», «تنفي تقريرا عن …»: by its ending no subject of the verb that it stands behind."""
    stem, noun = scene.stem(position), find_source_noun(scene.stem(position))
    if scene.name(position) is not None:
        return False
    if stem.endswith("ا") and not stem.startswith("ال") and not scene.stem(position + 1).startswith("ال"):
        return find_source_noun(stem[:-1]) is not None  # not «مسؤولا الوزارتين»
    if not (stem.startswith("ال") and stem.endswith("ين") and len(stem) > _SOUND_PLURAL):
        return False
    return is_several(noun, stem) if noun is not None else not is_title(stem)


@lru_cache(maxsize=50_000)
def normal(stem: str) -> str:
    """Give a word without article, gender and number; an adjective of nationality as the code of its country.

    >>> normal("الاميركيين"), normal("امريكيه"), normal("المطلعين")
    ('US', 'US', 'مطلع')
    """
    bare = stem.removeprefix("ال")
    nations = _nations()
    if bare in nations:
        return nations[bare]
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            cut = bare[: -len(ending)]
            return nations.get(cut) or nations.get(cut + "ي") or cut
    return bare


def qualities(stems: Sequence[str]) -> frozenset[str]:
    """Give the normal forms of words that qualify a noun, two words for a nation as one.

    >>> sorted(qualities(["الكوريه", "الشماليه", "السابقه"]))
    ['KP', 'سابق']
    """
    found: list[str] = []
    skipped = False
    for stem, following in zip(stems, (*stems[1:], ""), strict=False):
        pair = f"{stem.removeprefix('ال').removesuffix('ه')} {following.removeprefix('ال').removesuffix('ه')}"
        nation = None if skipped else _nations().get(pair)
        if not skipped:
            found.append(nation or normal(stem))
        skipped = nation is not None
    return frozenset(found)


def nation_of(place: str) -> str | None:
    """Give the code of a country by its name: what qualifies «رئيس وزراء العراق» as «العراقي» does."""
    return _countries().get(fold_key(place))


def is_nation(word: str) -> bool:
    """Whether a normal form is the code of a country."""
    return word.isascii() and word.isupper()


def is_ruler(stem: str) -> bool:
    """Whether a stem is a title of heads of state: «الرئيس», «الزعيم»."""
    return stem in _rulers() or stem.removeprefix("ال") in _rulers()


@lru_cache(maxsize=50_000)
def said_of(stem: str) -> Anonymity | None:
    """Tell what an adjective makes of a source: «مطلع» keeps it anonymous, «أمني» places it, «إعلامية» is the press."""
    found = _anonymisers().get(stem) or _anonymisers().get(stem.removeprefix("ال"))
    if found is None and is_nation(normal(stem)):
        return "role"
    return found


def takes_genitive(token: Token) -> bool:
    """Whether a noun right before a name governs it («محامي سالم»), and is no form of address («الشيخ», «عقيد»)."""
    if token.stem.startswith("ال") or title_kinds(token.stem) & {"honorific", "rank"}:
        return False
    return find_source_noun(token.stem) is not None or is_title(token.stem)


@lru_cache(maxsize=10_000)
def outlet_kind(name: str) -> OutletKind | None:
    """Give what an outlet is by any of its spellings: a newspaper, agency, channel, platform."""
    return _outlet_kinds().get(fold_key(name))


@cache
def _source_nouns() -> dict[str, SourceNoun]:
    nouns: dict[str, SourceNoun] = {}
    for noun in section("source_nouns", SourceNoun):
        for form in noun.forms:
            nouns.setdefault(fold_key(form), noun)
    return nouns


@cache
def _with_article() -> dict[str, SourceNoun]:
    """The source nouns by their forms, and by these with the article where that is no form of its own."""
    nouns = _source_nouns()
    return {"ال" + form: noun for form, noun in nouns.items()} | nouns


@cache
def _titles() -> dict[str, frozenset[TitleKind]]:
    """The kinds of title by first word, with and without article."""
    titles: dict[str, frozenset[TitleKind]] = {}
    for title in section("titles", Title):
        for form in title.forms:
            first = fold_key(form).split()[0]
            for word in (first, "ال" + first):
                titles[word] = titles.get(word, _NO_KINDS) | {title.kind}
    return titles


@cache
def _rulers() -> frozenset[str]:
    titles = (title for title in section("titles", Title) if title.id == "head_of_state")
    return frozenset(fold_key(form) for title in titles for form in title.forms if " " not in form)


@cache
def _anonymisers() -> dict[str, Anonymity]:
    """What single words say of a source; of clauses the clause as a whole would have to be found."""
    found: dict[str, Anonymity] = {}
    for entry in section("anonymisers", Anonymiser):
        for form in entry.forms:
            if " " not in form:
                found.setdefault(fold_key(form), entry.anonymity)
    return found


@cache
def _nations() -> dict[str, str]:
    return {
        fold_key(adjective): nation.id for nation in section("nationalities", Nation) for adjective in nation.adjectives
    }


@cache
def _countries() -> dict[str, str]:
    return {fold_key(place): nation.id for nation in section("nationalities", Nation) for place in nation.places}


@cache
def _outlet_kinds() -> dict[str, OutletKind]:
    outlets = section("outlets", Outlet)
    return {fold_key(form): outlet.kind for outlet in outlets for form in (*outlet.forms, *outlet.with_context)}
