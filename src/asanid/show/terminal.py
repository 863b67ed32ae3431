"""The answer for eyes on a terminal: line by line, each line starting in the direction of its language.

There are no columns: a terminal that orders Arabic from right to left keeps a line together, not a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from asanid.model import Claim, Contact, Document, Problem
from asanid.show.claims import View, attribution_of, claim_lines, quoted, takes_position, view_of, words_of
from asanid.show.labels import Words, labels

_CLAIMS, _NAMES = 8, 8
"""Claims shown of a document at a glance, names listed for a type."""


def answer_lines(
    documents: Sequence[Document], claims: Sequence[Claim], lang: str, *, every: bool = False
) -> Iterator[Text]:
    """Give the lines of an answer: the claims that several documents share, then each document with what it adds."""
    view = view_of(documents, labels(lang))
    shared = [claim for claim in claims if len({member.document for member in claim.members}) > 1]
    if shared:
        yield Text(view.words["shared"], style="bold underline")
        for claim in sorted(shared, key=_weight, reverse=True):
            yield from claim_lines(claim, claim.members, view, several=True)
        yield Text("")
    for document in documents:
        own = [claim for claim in claims if any(m.document == document.id for m in claim.members)]
        yield from _document(document, own if every else [c for c in own if c not in shared], view, every=every)


def problem_line(problem: Problem, lang: str) -> Text:
    """Give the line that tells what kept a source from being read."""
    told = f"{problem.source}: {problem.message} [{problem.slug}]"
    return Text.assemble((f"{labels(lang)['problem']}: ", "bold red"), told)


def _document(document: Document, claims: Sequence[Claim], view: View, *, every: bool) -> Iterator[Text]:
    words = view.words
    yield Text(f"{view.names[document.id]}: {document.title or document.path or document.id}", style="bold cyan")
    facts = [(words["outlet"], document.outlet), (words["published"], document.published)]
    known = " · ".join(f"{label}: {value}" for label, value in facts if value)
    if known:
        yield Text(known, style="dim")
    if not document.attributions:
        yield Text(f"  {words['no_attributions']}", style="dim")
    yield from _headline(document, words)
    main = sorted((c for c in claims if every or _is_main(c, document)), key=_weight, reverse=True)
    shown = main if every else main[:_CLAIMS]
    for claim in shown:
        yield from claim_lines(claim, [m for m in claim.members if m.document == document.id], view)
    if len(claims) > len(shown):
        yield Text(f"  + {len(claims) - len(shown)} {words['folded']}", style="dim")
    yield from _contacts(document, words)
    yield from _names(document, words)
    yield Text("")


def _is_main(claim: Claim, document: Document) -> bool:
    """A claim worth its lines at a glance: told more than once, denied or dodged, or by a source that is not named."""
    members = [m for m in claim.members if m.document == document.id and m.attribution]
    disputed = any(takes_position(member, document) for member in members)
    if not disputed and all(member.role != "supports" for member in members):
        return False  # told only inside what somebody denies or does not know
    said = [a for m in members if (a := attribution_of(m, document))]
    nested = any(a.parent or a.origin not in (None, "self", a.source_entity) for a in said)
    unnamed = any(a.anonymity in {"role", "anonymous", "hearsay"} for a in said)
    return len(claim.members) > 1 or nested or unnamed or disputed


def _weight(claim: Claim) -> tuple[int, int, int]:
    """Sorts claims by how many tell or dispute them, disputed ones first, then by how much they say."""
    disputed = sum(member.role != "supports" for member in claim.members)
    return len(claim.members), disputed, len(claim.wording)


def _headline(document: Document, words: Words) -> Iterator[Text]:
    """Point out a headline that says more than its body: it says «ينفي» where the body only declines to comment."""
    titles = [block for block in document.blocks if block.kind == "title"]
    for said in document.attributions:
        if said.stance not in {"deny", "confirm"} or not any(b.start <= said.cue.start < b.end for b in titles):
            continue
        body = [a for a in document.attributions if a.source_entity == said.source_entity and a is not said]
        if body and not any(a.stance == said.stance for a in body) and any(a.stance == "decline" for a in body):
            yield Text(f"  ! {words['headline_says_more']}: «{quoted(document, [said.cue])}»", style="bold yellow")


def _contacts(document: Document, words: Words) -> Iterator[Text]:
    if document.contacts:
        yield Text(words["contacts"], style="bold underline")
        names = {entity.key: entity.name for entity in document.entities}
        for contact in document.contacts:
            yield from _contact(contact, document, names, words)


def _contact(contact: Contact, document: Document, names: Mapping[str, str], words: Words) -> Iterator[Text]:
    parties = words["comma"].join(names.get(key, key) for key in contact.parties)
    facts = [words["contact"][contact.type], contact.time_text, contact.amount.text if contact.amount else None]
    told = " · ".join(fact for fact in facts if fact)
    yield Text.assemble("  ", (parties, "bold"), f": {told} ", (f"[{words['status'][contact.status]}]", "dim"))
    for said in document.attributions:
        if said.id in contact.attributions and said.stance in {"deny", "confirm"}:
            who = names.get(said.source_entity or "", str(words["unknown_source"]))
            told = f" «{quoted(document, words_of(said, document))}»"
            yield Text.assemble(f"      {words['stance'][said.stance]}: ", (who, "bold"), told)


def _names(document: Document, words: Words) -> Iterator[Text]:
    counts = Counter(mention.entity for mention in document.mentions)
    for kind, label in words["type"].items():
        found = sorted((e for e in document.entities if e.type == kind), key=lambda e: -counts[e.key])
        if found:
            listed = words["comma"].join(e.name for e in found[:_NAMES])
            more = f" +{len(found) - _NAMES}" if len(found) > _NAMES else ""
            yield Text.assemble((f"{label}: ", "bold dim"), (listed + more, "dim"))
