"""A small annotated text about invented people, for tests of the scorer."""

from annotation import Annotation, Attribution, Contact

from asanid.model import Block, Date, Mention, Span

TEXT = (
    "نورسين تنفي لقاء برهام\n"
    "نقلت صحيفة المرسى عن مسؤول رفيع أن رامز برهام التقى وفدا من نورسين في 3 أيار 2021.\n"
    "ونفى المتحدث باسم الحكومة سليم دارس حصول اللقاء.\n"
    "وقال دارس: «لم يحدث شيء».\n"
    "شارك هذا الخبر"
)


def at(words: str, after: str = "") -> Span:
    """The first place of some words, or the first after some others."""
    start = TEXT.index(words, TEXT.index(after) + len(after) if after else 0)
    return Span(start, start + len(words))


def _block(words: str, kind: str) -> Block:
    span = at(words)
    end = TEXT.find("\n", span.start)
    return Block(span.start, len(TEXT) if end < 0 else end, kind)


def _mention(words: str, kind: str, entity: str, after: str = "") -> Mention:
    span = at(words, after)
    return Mention(span.start, span.end, kind, entity)


DAY = at("3 أيار 2021")
RELAYED = at("رامز برهام التقى وفدا من نورسين في 3 أيار 2021")
GOLD = Annotation(
    text=TEXT,
    blocks=(
        _block("نورسين تنفي", "title"),
        _block("نقلت", "body"),
        _block("ونفى", "body"),
        _block("وقال", "body"),
        _block("شارك", "furniture"),
    ),
    mentions=(
        _mention("نورسين", "PLACE", "norsin"),
        _mention("برهام", "PERSON", "barham"),
        _mention("المرسى", "MEDIA", "marsa"),
        _mention("رامز برهام", "PERSON", "barham"),
        _mention("نورسين", "PLACE", "norsin", after="نقلت"),
        _mention("سليم دارس", "PERSON", "daris"),
        _mention("دارس", "PERSON", "daris", after="وقال"),
    ),
    dates=(Date(DAY.start, DAY.end, "2021-05-03", inferred=False),),
    attributions=(
        Attribution("a1", at("تنفي"), at("نورسين"), "norsin", (at("لقاء برهام"),), "indirect", "deny", "named",
                    origin="norsin", target=("a3",)),
        Attribution("a2", at("نقلت"), at("صحيفة المرسى"), "marsa", (RELAYED,), "indirect", "assert", "media",
                    origin="marsa"),
        Attribution("a3", at("عن"), at("مسؤول رفيع"), "official", (RELAYED,), "indirect", "assert", "role",
                    origin="official", parent="a2"),
        Attribution("a4", at("نفى", after="أيار"), at("المتحدث باسم الحكومة سليم دارس"), "daris",
                    (at("حصول اللقاء"),), "indirect", "deny", "named", origin="norsin", target=("a3",)),
        Attribution("a5", at("قال"), at("دارس", after="وقال"), "daris", (at("لم يحدث شيء"),), "direct", "deny",
                    "named", origin="self", target=("a3",)),
    ),
    contacts=(Contact("contact", ("barham", "norsin"), "contested"),),
)  # fmt: skip
