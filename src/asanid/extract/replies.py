"""Replies: what the words of an answer tell of what it answers: a pointing word, a relative, «لا علاقة», «بعدما»."""

from __future__ import annotations

from collections.abc import Sequence

from asanid.extract.grammar import words
from asanid.extract.origins import Said
from asanid.extract.stances import is_negated
from asanid.extract.table import base, forms, group, head_words, topic_of_comment, topics, topics_of
from asanid.lexicon.schema.stances import Group
from asanid.model import Token

_CLOSE, _ASKED = 6, 30
"""Words before a cue within which «بعدما» stands that puts it before what is told, and in which a question is."""


def antecedent(said: Said) -> frozenset[str] | None:
    """What the noun before a relative is about: «المحادثات، التي أكدها»; ``None`` for «وهو ما», «الأمر الذي»."""
    scene, position = said.scene, said.draft.hit.first - 1
    if scene.form(position) not in words("relative") or scene.form(position) == "ما":
        return None
    while position > scene.first and scene.tokens[position - 1].kind == "mark":
        position -= 1
    noun = scene.tokens[position - 1]
    return None if position == scene.first or noun.stem in words("writers-comment") else frozenset(topics_of(noun))


def is_flat(head: Sequence[Token]) -> bool:
    """«الاتصال الوحيد …», «لا يستهدف إلا …», «لا علاقة له»: a content that leaves nothing of what was told."""
    only = any(not group("only").isdisjoint(forms(token)) for token in head[:2])
    return only or (is_negated(head) and any(not group("flatly").isdisjoint(forms(token)) for token in head))


def points(head: Sequence[Token]) -> bool:
    """Whether one of some words points: «هذه», «ذلك»."""
    return any(token.stem in words("demonstrative") for token in head)


def block_of(said: Said) -> int:
    """Give the paragraph of an attribution."""
    return said.scene.sentence.block


def block_kind(said: Said) -> str:
    """Give the kind of its paragraph."""
    return said.scene.stage.parsed.blocks[block_of(said)].kind


def subject_words(said: Said, most: int = 6) -> list[Token]:
    """The first words of what an answer is about, behind «التعليق على», «أي رد من الشركة على», «صحة», «أي»."""
    tokens = head_words(said, most + _ASKED)
    asked = topic_of_comment(tokens)
    if asked:
        return tokens[asked : asked + most]
    first = next((n for n, token in enumerate(tokens) if not _goes_before(token)), len(tokens))
    return tokens[first : first + most]


def _goes_before(token: Token) -> bool:
    return base(token) in group("comment") or token.stem in words("before-what-is-answered")


def names(head: Sequence[Token], kind: Group) -> bool:
    """Whether one of some words is of a kind: «الاتهامات», «أي ضلوع»."""
    return any(not group(kind).isdisjoint(forms(token)) for token in head)


def is_charge(head: Sequence[Token]) -> bool:
    """«الاتهامات»: a charge, and no mere report, as «المزاعم» may be."""
    return names(head, "charge") and not names(head, "report")


def follows_on(said: Said) -> bool:
    """«…، بعدما ذكرت الصحيفة أنه باع», «… كما تقول العائلات»: told in the sentence of the answer, before it in time."""
    scene, first = said.scene, said.draft.hit.first
    return any(scene.stem(at) in words("answered-after") for at in range(max(first - _CLOSE, scene.first), first + 1))


def was_before(said: Said) -> bool:
    """«وكانت الصحيفة قد ذكرت أن …»: told behind the answer, and before it in time."""
    return said.parent is None and said.scene.stem(said.scene.first) in words("had")


def question_of(said: Said) -> list[str]:
    """What a sentence says before its cue that it is an answer to: «وردا على سؤال عن الفدية، قال …»."""
    scene = said.scene
    return list(topics(said, scene.tokens[scene.first : min(said.draft.hit.first, scene.first + _ASKED)]))
