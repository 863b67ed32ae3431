"""A claim for eyes on a terminal: its wording, who says it through whom, who denies or dodges it, how many origins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text

from asanid.model import Attribution, Claim, Document, Member, Span
from asanid.show.chains import ARROW, chain_line
from asanid.show.labels import Words

_CHAINS, _WORDING = 5, 170
"""Chains shown for a claim, letters of a wording."""
_SURE, _LIKELY = 0.7, 0.5


@dataclass(frozen=True, slots=True)
class View:
    """The documents of an answer by their ids, what a reader knows each by, and the words of the language."""

    documents: Mapping[str, Document]
    names: Mapping[str, str]
    words: Words


def view_of(documents: Sequence[Document], words: Words) -> View:
    """Name documents by their outlets, and by a number where that is not known or not enough."""
    outlets = Counter(document.outlet for document in documents)
    names = {}
    for number, document in enumerate(documents, 1):
        alone = document.outlet is not None and outlets[document.outlet] == 1
        numbered = f"{document.outlet or words['article']} {number}" if len(documents) > 1 else words["article"]
        names[document.id] = str(document.outlet) if alone else numbered
    return View({document.id: document for document in documents}, names, words)


def claim_lines(claim: Claim, members: Sequence[Member], view: View, *, several: bool = False) -> Iterator[Text]:
    """Give the lines of a claim as some of its members tell it: those of one document, or of ``several``."""
    words = view.words
    wording = claim.wording if several else _own_wording(claim, members, view)
    yield Text.assemble(("● ", "bold"), (cut(wording), "bold"), (f"  [{words[_certainty(members, view)]}]", "dim"))
    chains = _chains(members, view)
    for chain, label in chains[:_CHAINS]:
        yield Text.assemble(f"    {label}: ", (chain, "cyan"))
    if len(chains) > _CHAINS:
        yield Text(f"    + {len(chains) - _CHAINS}", style="dim")
    for document in dict.fromkeys(m.document for m in members if m.attribution is None):
        where = f": {view.names[document]}" if several else ""
        yield Text(f"    {words['told_without_source']}{where}", style="yellow")
    for member in members:
        if takes_position(member, view.documents[member.document]):
            yield _against(member, view, several=several)
    if several or len(members) > 1:
        yield Text(f"    {_origins(claim, words)}", style="dim")


def cut(text: str, limit: int = _WORDING) -> str:
    """Give a text on one line, shortened between words."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"


def attribution_of(member: Member, document: Document) -> Attribution | None:
    """Give the attribution of a member; none where a document tells the claim in its own voice."""
    return next((a for a in document.attributions if a.id == member.attribution), None)


def takes_position(member: Member, document: Document) -> bool:
    """Whether a member denies, doubts or does not comment itself: not what is only told inside such words."""
    said = attribution_of(member, document)
    if said is None or member.role == "supports":
        return False
    return member.role == "denies" or said.stance in {"decline", "question"}


def words_of(said: Attribution, document: Document) -> tuple[Span, ...]:
    """Give the spans that an attribution is quoted by: its cue, unless that is a mere colon, and its content."""
    spoken = any(letter.isalpha() for letter in document.text[said.cue.start : said.cue.end])
    return (said.cue, *said.content) if spoken or not said.content else said.content


def quoted(document: Document, spans: Sequence[Span]) -> str:
    """Give the words of spans, on one line."""
    return cut(" … ".join(document.text[span.start : span.end] for span in spans))


def _own_wording(claim: Claim, members: Sequence[Member], view: View) -> str:
    """Give the wording of a claim in the document of these members: that of the claim, or the fullest there."""
    if any(member.document == claim.wording_from.document for member in members):
        return claim.wording
    among = [m for m in members if m.role == "supports" and m.content] or [m for m in members if m.content]
    tellings = [" … ".join(view.documents[m.document].text[s.start : s.end] for s in m.content) for m in among]
    return max(tellings, key=len, default=claim.wording)


def _chains(members: Sequence[Member], view: View) -> list[tuple[str, str]]:
    """Give the chains of those who support a claim, each with its label; what is part of a longer one is left out."""
    words = view.words
    found: dict[str, str] = {}
    for member in members:
        document = view.documents[member.document]
        said = attribution_of(member, document)
        if member.role == "supports" and said is not None:
            label = words["chain"] if said.stance == "assert" else f"{words['chain']} ({words['stance'][said.stance]})"
            found.setdefault(chain_line(said, document, view.names[document.id], words), label)
    return [(c, label) for c, label in found.items() if not any(other.startswith(c + ARROW) for other in found)]


def _against(member: Member, view: View, *, several: bool) -> Text:
    """Who denies, doubts or does not comment, in which words."""
    document = view.documents[member.document]
    said = attribution_of(member, document)
    if said is None:
        raise ValueError("a member without attribution takes no position of its own")
    names = {entity.key: entity.name for entity in document.entities}
    who = names.get(said.source_entity or "", str(view.words["unknown_source"]))
    where = f" ({view.names[document.id]})" if several else ""
    label = view.words["stance"]["question"] if said.stance == "question" else view.words["role"][member.role]
    told = f" «{quoted(document, words_of(said, document))}»{where}"
    return Text.assemble((f"    {label}: ", "red" if member.role == "denies" else "yellow"), (who, "bold"), told)


def _origins(claim: Claim, words: Words) -> str:
    low, high = claim.origins.low, claim.origins.high
    count = str(low) if low == high else f"{low}–{high}"
    codes = list(dict.fromkeys(reason.code for reason in claim.origins.reasons))
    why = words["comma"].join(words["reason"].get(code, code) for code in codes)
    return f"{words['origins']}: {count}" + (f" ({why})" if why else "")


def _certainty(members: Sequence[Member], view: View) -> str:
    best = max((a.confidence for m in members if (a := attribution_of(m, view.documents[m.document]))), default=0.0)
    return "sure" if best >= _SURE else "likely" if best >= _LIKELY else "unclear"
