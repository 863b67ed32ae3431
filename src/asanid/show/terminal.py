"""The answer for eyes on a terminal: line by line, each line starting in the direction of its language.

There are no columns: a terminal that orders Arabic from right to left keeps a line together, not a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from asanid.model import Attribution, Claim, Contact, Document, Member, Problem, Span
from asanid.show.chains import chain_line
from asanid.show.labels import labels

_CHAINS, _NAMES, _WORDING = 3, 8, 170
"""Chains shown for a claim, names listed for a type, letters of a wording."""
_SURE, _LIKELY = 0.7, 0.5

Words = dict[str, Any]


def answer_lines(
    documents: Sequence[Document], claims: Sequence[Claim], lang: str, *, every: bool = False
) -> Iterator[Text]:
    """Give the lines of an answer: each document with what it reports, then the claims that several documents share."""
    words = labels(lang)
    by_id = {document.id: document for document in documents}
    for document in documents:
        yield from _document(document, [c for c in claims if _is_of(c, document)], by_id, words, every=every)
    shared = [claim for claim in claims if len({member.document for member in claim.members}) > 1]
    if shared:
        yield Text(words["shared"], style="bold underline")
        for claim in sorted(shared, key=_weight, reverse=True):
            yield from _claim(claim, claim.members, by_id, words)


def problem_line(problem: Problem, lang: str) -> Text:
    """Give the line that tells what kept a source from being read."""
    told = f"{problem.source}: {problem.message} [{problem.slug}]"
    return Text.assemble((f"{labels(lang)['problem']}: ", "bold red"), told)


def _is_of(claim: Claim, document: Document) -> bool:
    return any(member.document == document.id for member in claim.members)


def _document(
    document: Document, claims: Sequence[Claim], by_id: dict[str, Document], words: Words, *, every: bool
) -> Iterator[Text]:
    yield Text(document.title or document.path or document.id, style="bold cyan")
    facts = [(words["outlet"], document.outlet), (words["published"], document.published)]
    known = " · ".join(f"{label}: {value}" for label, value in facts if value)
    if known:
        yield Text(known, style="dim")
    if not document.attributions:
        yield Text(f"  {words['no_attributions']}", style="dim")
    yield from _headline(document, words)
    main = [claim for claim in claims if every or _is_main(claim, document)]
    for claim in sorted(main, key=_weight, reverse=True):
        yield from _claim(claim, [m for m in claim.members if m.document == document.id], by_id, words)
    if len(claims) > len(main):
        yield Text(f"  + {len(claims) - len(main)} {words['folded']}", style="dim")
    yield from _contacts(document, words)
    yield from _names(document, words)
    yield Text("")


def _is_main(claim: Claim, document: Document) -> bool:
    """A claim worth its lines at a glance: told more than once, denied or dodged, or by a source that is not named."""
    members = [m for m in claim.members if m.document == document.id and m.attribution]
    said = [a for m in members if (a := _attribution(m, document))]
    nested = any(a.parent or a.origin not in (None, "self", a.source_entity) for a in said)
    unnamed = any(a.anonymity in {"role", "anonymous", "hearsay"} for a in said)
    return len(claim.members) > 1 or nested or unnamed or any(m.role != "supports" for m in claim.members)


def _weight(claim: Claim) -> tuple[int, int]:
    return len(claim.members), len(claim.wording)


def _claim(claim: Claim, members: Sequence[Member], by_id: dict[str, Document], words: Words) -> Iterator[Text]:
    yield Text.assemble(
        ("● ", "bold"), (_cut(claim.wording), "bold"), (f"  [{words[_certainty(members, by_id)]}]", "dim")
    )
    chains = dict.fromkeys(
        chain_line(said, by_id[m.document], words)
        for m in members
        if m.role == "supports" and (said := _attribution(m, by_id[m.document]))
    )
    for chain in list(chains)[:_CHAINS]:
        yield Text.assemble(f"    {words['chain']}: ", (chain, "cyan"))
    if len(chains) > _CHAINS:
        yield Text(f"    + {len(chains) - _CHAINS}", style="dim")
    if any(member.attribution is None for member in members):
        yield Text(f"    {words['told_without_source']}", style="yellow")
    for member in members:
        if member.role != "supports":
            yield from _against(member, by_id[member.document], words)
    yield Text(f"    {_origins(claim, words)}", style="dim")


def _against(member: Member, document: Document, words: Words) -> Iterator[Text]:
    """Who denies or does not comment, in which words."""
    said = _attribution(member, document)
    if said is None:
        return
    names = {entity.key: entity.name for entity in document.entities}
    who = names.get(said.source_entity or "", str(words["unknown_source"]))
    quoted = " … ".join(_words(document, span) for span in (said.cue, *said.content))
    style = "red" if member.role == "denies" else "yellow"
    yield Text.assemble((f"    {words['role'][member.role]}: ", style), (who, "bold"), f" «{_cut(quoted)}»")


def _origins(claim: Claim, words: Words) -> str:
    low, high = claim.origins.low, claim.origins.high
    count = str(low) if low == high else f"{low}–{high}"
    codes = list(dict.fromkeys(reason.code for reason in claim.origins.reasons))
    why = "، ".join(words["reason"].get(code, code) for code in codes[:3])
    return f"{words['origins']}: {count}" + (f" ({why})" if why else "")


def _certainty(members: Sequence[Member], by_id: dict[str, Document]) -> str:
    best = max((a.confidence for m in members if (a := _attribution(m, by_id[m.document]))), default=0.0)
    return "sure" if best >= _SURE else "likely" if best >= _LIKELY else "unclear"


def _headline(document: Document, words: Words) -> Iterator[Text]:
    """Point out a headline that says more than its body: it says «ينفي» where the body only declines to comment."""
    titles = [block for block in document.blocks if block.kind == "title"]
    for said in document.attributions:
        if said.stance not in {"deny", "confirm"} or not any(b.start <= said.cue.start < b.end for b in titles):
            continue
        body = [a for a in document.attributions if a.source_entity == said.source_entity and a is not said]
        if body and not any(a.stance == said.stance for a in body) and any(a.stance == "decline" for a in body):
            yield Text(f"  ! {words['headline_says_more']}: «{_words(document, said.cue)}»", style="bold yellow")


def _contacts(document: Document, words: Words) -> Iterator[Text]:
    if document.contacts:
        yield Text(words["contacts"], style="bold underline")
        names = {entity.key: entity.name for entity in document.entities}
        for contact in document.contacts:
            yield _contact(contact, names, words)


def _contact(contact: Contact, names: dict[str, str], words: Words) -> Text:
    parties = "، ".join(names.get(key, key) for key in contact.parties)
    facts = [words["contact"][contact.type], contact.time_text, contact.amount.text if contact.amount else None]
    told = " · ".join(fact for fact in facts if fact)
    return Text.assemble("  ", (parties, "bold"), f": {told} ", (f"[{words['status'][contact.status]}]", "dim"))


def _names(document: Document, words: Words) -> Iterator[Text]:
    counts = Counter(mention.entity for mention in document.mentions)
    for kind, label in words["type"].items():
        found = sorted((e for e in document.entities if e.type == kind), key=lambda e: -counts[e.key])
        if found:
            listed = "، ".join(e.name for e in found[:_NAMES])
            more = f" +{len(found) - _NAMES}" if len(found) > _NAMES else ""
            yield Text.assemble((f"{label}: ", "bold dim"), (listed + more, "dim"))


def _attribution(member: Member, document: Document) -> Attribution | None:
    return next((a for a in document.attributions if a.id == member.attribution), None)


def _words(document: Document, span: Span) -> str:
    return " ".join(document.text[span.start : span.end].split())


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WORDING else text[:_WORDING].rsplit(" ", 1)[0] + " …"
