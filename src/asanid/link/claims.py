"""Claims: what attributions of one or several documents say alike, who says it is so, who denies it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from asanid.link.candidates import Lookup
from asanid.link.grouping import Content, contents_of, group
from asanid.link.likeness import Scale, compare, same_claim
from asanid.link.roles import answer_role, own_role, states_nothing, turned
from asanid.link.statements import Page, Statement, own_voice
from asanid.model import Attribution, Member, Role, Token

_REFERENCE_TERMS = 4
_REFERENCE = 0.55
_UNSOURCED = 0.5
_REPLIES = ("confirm", "deny", "decline")
_BALANCE: dict[Role, int] = {"supports": 1, "denies": -1, "declines": 0}

Key = tuple[int, str]
"""An attribution: the place of its document and its id."""


@dataclass(slots=True, eq=False)
class Gathering:
    """A claim while it is gathered: its members by attribution, the statements that make it, and untold spans."""

    roles: dict[Key, Role] = field(default_factory=dict)
    statements: list[tuple[Statement, int]] = field(default_factory=list)
    untold: list[Statement] = field(default_factory=list)

    @property
    def support(self) -> int:
        """How many attributions say that it is so."""
        return sum(role == "supports" for role in self.roles.values())


def gather(pages: Sequence[Page]) -> list[Gathering]:
    """Gather the claims of the documents: what says the same, then references, replies and unsourced sentences."""
    contents = contents_of(pages)
    scale = Scale(content.statement for content in contents)
    gatherings = _grouped(contents, pages, scale)
    _attach_references(gatherings, pages, scale)
    _attach_replies(gatherings, pages, scale)
    _attach_untold(gatherings, pages, scale)
    return [gathering for gathering in gatherings if gathering.roles]


def members(gathering: Gathering, pages: Sequence[Page]) -> list[Member]:
    """Give the members of a claim in the order of documents and of the text."""
    found: list[tuple[int, int, Member]] = []
    for (place, id_), role in gathering.roles.items():
        attribution = pages[place].attributions[id_]
        start = attribution.content[0].start if attribution.content else attribution.cue.start
        found.append((place, start, Member(pages[place].document.id, id_, role, attribution.content)))
    for statement in gathering.untold:
        place = statement.document
        member = Member(pages[place].document.id, None, "supports", statement.spans)
        found.append((place, statement.spans[0].start, member))
    return [member for _, _, member in sorted(found, key=_position)]


def _grouped(contents: Sequence[Content], pages: Sequence[Page], scale: Scale) -> list[Gathering]:
    """Make a gathering of each group, turned so that most of its attributions support it."""
    sides = group(contents, scale)
    groups: dict[int, list[tuple[Content, int]]] = {}
    for place, content in enumerate(contents):
        root, side = sides.root(place)
        groups.setdefault(root, []).append((content, side))
    gatherings = []
    for grouped in groups.values():
        roles = [
            (
                (content.statement.document, a.id),
                _sided(own_role(a, pages[content.statement.document].attributions), side),
            )
            for content, side in grouped
            for a in content.attributions
        ]
        balance = sum(_BALANCE[role] for _, role in roles)
        face = -1 if balance < 0 and any(side < 0 for _, side in grouped) else 1
        gathering = Gathering()
        for content, side in grouped:
            gathering.statements.append((content.statement, side * face))
        gathering.roles.update((key, _sided(role, face)) for key, role in roles)
        gatherings.append(gathering)
    return gatherings


def _sided(role: Role, side: int) -> Role:
    return turned(role) if side < 0 else role


def _attach_references(gatherings: list[Gathering], pages: Sequence[Page], scale: Scale) -> None:
    """Let what only refers to something told elsewhere («الصفقة مع الجماعة») join the claim that most say."""
    references = [g for g in gatherings if _is_reference(g, pages)]
    whole = [g for g in gatherings if not _refers(g.statements[0][0]) or len(g.statements) > 1]
    statements = [(statement, place) for place, g in enumerate(whole) for statement, side in g.statements if side > 0]
    lookup = Lookup([scale.weights(statement) for statement, _ in statements])
    for gathering in references:
        reference = gathering.statements[0][0]
        near: dict[int, tuple[int, ...]] = {}
        for found in lookup.near(scale.weights(reference)):
            statement, place = statements[found]
            if _meant(reference, statement, scale):
                near[place] = max(near.get(place, ()), (whole[place].support, *_backwards(statement)))
        if near:
            best = whole[max(near, key=near.__getitem__)]
            best.roles.update(gathering.roles)
            gathering.roles.clear()


def _is_reference(gathering: Gathering, pages: Sequence[Page]) -> bool:
    """Whether a claim is one short content that answers nothing and on which somebody takes a position."""
    if len(gathering.statements) > 1 or not _refers(gathering.statements[0][0]):
        return False
    statement = gathering.statements[0][0]
    if not _is_nominal(pages[statement.document].within(statement.spans[0]), pages[statement.document].document.text):
        return False
    attributions = [pages[place].attributions[id_] for place, id_ in gathering.roles]
    return not any(a.target or a.parent or a.stance in ("decline", "request", "question") for a in attributions)


def _is_nominal(tokens: Sequence[Token], text: str) -> bool:
    """Whether words surely begin with a noun: one with the article or a feminine ending («صفقة…», «الاتصالات…»)."""
    first = next((token for token in tokens if token.kind == "word"), None)
    if first is None:
        return False
    return first.stem.startswith("ال") or first.stem.endswith("ات") or text[first.end - 1] == "ة"


def _refers(statement: Statement) -> bool:
    return len(statement.terms) <= _REFERENCE_TERMS and bool(statement.parties) and bool(statement.heads)


def _meant(reference: Statement, statement: Statement, scale: Scale) -> bool:
    """Whether a reference names a party and the act of a statement, and hardly anything else."""
    likeness = compare(reference, statement, scale)
    return (
        likeness is not None
        and likeness.part >= _REFERENCE
        and likeness.terms >= 2
        and likeness.parties >= 1
        and likeness.acts >= 1
        and likeness.relation == "same"
        and not likeness.strangers
    )


def _backwards(statement: Statement) -> tuple[int, ...]:
    """Sorts earlier places of a document higher."""
    return (-statement.spans[0].start,)


def _attach_replies(gatherings: list[Gathering], pages: Sequence[Page], scale: Scale) -> None:
    """Let those who confirm, deny or decline join the claims of what they reply to."""
    claims_of: dict[Key, list[Gathering]] = {}
    for gathering in gatherings:
        for key in gathering.roles:
            claims_of.setdefault(key, []).append(gathering)
    for page in pages:
        for attribution in _targets_first(page):
            _reply(attribution, claims_of, page, scale)


def _targets_first(page: Page) -> list[Attribution]:
    """Give the replies of a document, each after what it replies to: a denial of a denial needs the claim of that."""
    ordered: dict[str, Attribution] = {}
    waiting = [a.id for a in reversed(page.document.attributions)]
    opened: set[str] = set()
    while waiting:
        attribution = page.attributions.get(waiting[-1])
        if attribution is None or attribution.id in opened:
            waiting.pop()
            if attribution is not None and attribution.target and attribution.stance in _REPLIES:
                ordered.setdefault(attribution.id, attribution)
            continue
        opened.add(attribution.id)
        waiting.extend(target for target in attribution.target if target not in opened)
    return list(ordered.values())


def _reply(attribution: Attribution, claims_of: dict[Key, list[Gathering]], page: Page, scale: Scale) -> None:
    key = (page.place, attribution.id)
    own = [gathering for gathering in claims_of.get(key, ()) if set(gathering.roles) == {key}]
    joined: list[Gathering] = []
    for target in attribution.target:
        for gathering in claims_of.get((page.place, target), ()):
            if gathering in own or key in gathering.roles or not _answers(attribution, gathering, page, scale):
                continue
            gathering.roles[key] = answer_role(attribution, gathering.roles[page.place, target])
            joined.append(gathering)
    if joined:
        for gathering in own:
            gathering.roles.clear()
        claims_of[key] = [gathering for gathering in claims_of.get(key, ()) if gathering not in own] + joined


def _answers(attribution: Attribution, gathering: Gathering, page: Page, scale: Scale) -> bool:
    """Whether a reply belongs to a claim: of those that take no position only one that states it.

    A noun phrase («حصول اللقاء») is taken to mean it; a clause must say it.
    """
    if attribution.stance != "decline":
        return True
    if states_nothing(token for span in attribution.content for token in page.within(span)):
        return False
    if not page.is_clause(attribution.content[0]):
        return True
    statement = page.statement(attribution.content)
    found = (compare(statement, other, scale) for other, _ in gathering.statements)
    return any(likeness is not None and same_claim(likeness) for likeness in found)


def _attach_untold(gatherings: list[Gathering], pages: Sequence[Page], scale: Scale) -> None:
    """Add the sentences that state a claim in an article's own voice."""
    told = [(place, gathering) for place, gathering in enumerate(gatherings) if gathering.support]
    claims = [(statement, place) for place, g in told for statement, side in g.statements if side > 0]
    lookup = Lookup([scale.weights(statement) for statement, _ in claims])
    for page in pages:
        for spans in own_voice(page):
            statement = page.statement(spans)
            if not statement.parties or not statement.heads:
                continue
            best = max(_told(statement, claims, lookup, scale), default=None)
            if best is not None:
                gatherings[best[-1]].untold.append(statement)


def _told(
    statement: Statement, claims: Sequence[tuple[Statement, int]], lookup: Lookup, scale: Scale
) -> Iterator[tuple[float, int]]:
    """The claims that a sentence states, each with how sure that is."""
    for found in lookup.near(scale.weights(statement)):
        claim, place = claims[found]
        likeness = compare(statement, claim, scale)
        if likeness is None or likeness.relation != "same" or not likeness.acts or not likeness.parties:
            continue
        if statement.dates - claim.dates or not _same_act(statement, claim):  # another time is perhaps another event
            continue
        if same_claim(likeness) and likeness.part >= _UNSOURCED:
            yield likeness.score, place


def _same_act(one: Statement, other: Statement) -> bool:
    """Whether two statements share an act that the lexicon knows as such: names and things alone tell no story."""
    return any(act[0] in "=±" for act in one.heads if act in other.heads)


def _position(found: tuple[int, int, Member]) -> tuple[int, int, str]:
    place, start, member = found
    return place, start, member.attribution or ""
