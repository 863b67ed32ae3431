"""Where a content ends: with its sentence, its quotation, or before another voice and the writer's own words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from asanid.extract.agreement import agreement_of, follows_its_subject
from asanid.extract.circumstances import find_circumstance
from asanid.extract.cues import CueHit, find_cues
from asanid.extract.grammar import words
from asanid.extract.nouns import find_source_noun, may_head_source
from asanid.extract.scene import Scene
from asanid.extract.subjects import COMMAS, MARKS, SENTENCE_ENDS
from asanid.model import Sentence, Span, Token

_THAT, _WHAT, _OURS = "ان", "ما", "نا"
_PRESENT = ("ي", "ت", "سي", "ست")
"""What a present or future tense begins with."""
_NEAR, _FAR = 3, 10
"""Tokens between «لكن» and the verb of another voice: without and with a subject before it."""
_TAFIL = 5
"""Letters of a verbal noun like «تفعيل», and at least of one like «إفعال»."""
BARE = "kama"
"""The cue «كما», which stands in the clause that it goes with where no comma parts them."""
_HEADS = 4
"""Words of a source among which a publication is named."""
_ASIDE = 12
"""Tokens that a remark between subject and verb may have."""
_HEADLINES = frozenset({"title", "kicker", "heading"})
_SENTENCES = 4
"""Sentences that words behind a colon go on for."""
_CARRIERS = frozenset({"statement", "post", "press_conference", "interview"})
"""Where something is said: what follows «في بيان» behind a noun phrase is no part of the phrase."""


def content_end(
    scene: Scene, first: int, hit: CueHit, hits: Sequence[CueHit], *, phrase: bool = False, spoken: bool = False
) -> int:
    """How far a content goes that starts at ``first``: to the end of its sentence, or to where another voice begins.

    What is said inside a quotation ends with it, and reported speech there with its sentence. A ``phrase`` (no clause)
    ends at most commas too; what is ``spoken`` behind a colon has comments of its own.
    """
    while first < scene.last and scene.form(first) in COMMAS:
        first += 1
    inner = scene.quote(first)
    later = {other.first: other for other in hits if other.first > hit.first}
    position, last = first, scene.quoted(hit.first)[1]
    reported = last < scene.last and inner is None and scene.form(first - 1) != ":"
    titled = scene.stage.parsed.blocks[scene.sentence.block].kind in _HEADLINES
    while position < last:
        if reported and scene.form(position) in SENTENCE_ENDS and scene.name(position) is None:
            break
        if titled and scene.form(position) == scene.form(position + 1) == ".":
            break  # «الكرملين ينفي التقرير.. وواشنطن لا تعلق»
        quote = scene.quote(position)
        if quote:
            position = min(scene.past_quote(position, quote), last)
            if inner is quote and _speech_is_over(scene, position, later):
                return position
            continue
        if position > first and _voice_changes(scene, position, later, hit, spoken=spoken):
            break
        if phrase and position > first and _phrase_ends(scene, position, hit):
            break
        position += 1
    while position > first and scene.form(position - 1) in MARKS:
        position -= 1
    return position


def run_on(scene: Scene, content: tuple[Span, ...], source: Span | None) -> tuple[Span, ...]:
    """«قال سالم: كنا أفضل. لم نستغل الفرص.»: words behind a colon without marks go on through the paragraph.

    They stop where a sentence is joined with «و», names the speaker, has a quotation, or says who says something.
    """
    parsed = scene.stage.parsed
    number = bisect_right(parsed.sentences, scene.sentence.start, key=_start_of)
    if len(content) != 1 or source is None or scene.stage.quotes_touching(content[0]):
        return content
    speaker = {token.stem for token in scene.stage.tokens_in(source)}
    end = content[0].end
    for sentence in parsed.sentences[number : number + _SENTENCES]:
        tokens = parsed.tokens[sentence.first_token : sentence.last_token]
        joined = not tokens or _is_writers(tokens[0]) or scene.stage.quotes_touching(sentence)
        if sentence.block != scene.sentence.block or joined or any(token.stem in speaker for token in tokens):
            break
        if any(
            _speaks_outside(scene, hit) for hit in find_cues(parsed.tokens, sentence.first_token, sentence.last_token)
        ):
            break
        end = next((token.end for token in reversed(tokens) if token.form not in MARKS), end)
    return (Span(content[0].start, end),)


def _is_writers(first: Token) -> bool:
    """Whether a sentence opens like the article's own: «ويبدأ …», «علما بأن …»; not «وضعنا …»."""
    ours = first.enclitic == _OURS or first.stem.endswith(_OURS)
    return (first.proclitics[:1] == "و" and not ours) or first.form in words("writers-aside")


def _start_of(sentence: Sentence) -> int:
    return sentence.start


def is_clause_particle(scene: Scene, position: int) -> bool:
    """Whether «إن/أن» stands here (with «ب», with a pronoun) and opens a clause of its own: not «بعد أن», «إلا أن»."""
    if position >= scene.last:
        return False
    token = scene.tokens[position]
    if token.kind != "word" or token.stem not in {_THAT, "ب" + _THAT} or token.proclitics not in {"", "ب"}:
        return False
    if scene.name(position) is not None:  # «مون جاي إن»
        return False
    before = position > scene.first and scene.form(position - 1) in words("no-complement-after")
    return not before or token.proclitics == "ب" or token.stem != _THAT  # «من قبل بأن»


def _speech_is_over(scene: Scene, position: int, later: dict[int, CueHit]) -> bool:
    """After the closing mark of a content that is a quotation: over, unless the sentence goes on without a comma."""
    form = scene.form(position)
    if form in COMMAS and scene.form(position + 1) in words("quotation-goes-on") and scene.quote(position + 2):
        return False
    if form in MARKS or position >= scene.last or position in later or form in words("after-a-quotation"):
        return True
    entry = find_circumstance(scene, position, scene.last)
    return entry is not None and entry.channel is not None


def _voice_changes(scene: Scene, position: int, later: dict[int, CueHit], voice: CueHit, *, spoken: bool) -> bool:
    """Whether another voice, or the writer's comment, begins here."""
    before = scene.form(position - 1)
    set_off = before in MARKS or closes_quote(scene, position - 1)
    hit = later.get(position)
    if hit and _is_new_voice(scene, hit, voice, set_off=set_off):
        return True
    if not set_off:
        return False
    if scene.form(position) in words("writers-comment"):
        return not (spoken or _is_relative(scene, position) or _is_aside(scene, position, later))
    position += scene.form(position) in words("and-that")
    entry = find_circumstance(scene, position, scene.last) if position < scene.last else None
    if entry is not None and entry.channel in _CARRIERS:
        return True
    return _is_without(scene, position) or turns_to_another(scene, position, later, voice)


def _is_aside(scene: Scene, position: int, later: Mapping[int, CueHit]) -> bool:
    """«إن المجلس، وهو أعلى هيئة في البلاد، رفض …»: not the writer's comment but a remark between subject and verb."""
    behind = range(position + 1, min(position + _ASIDE, scene.last - 1))
    comma = next((i for i in behind if scene.form(i) in COMMAS), None)
    verb = later.get(comma + 1) if comma is not None else None
    return verb is not None and verb.form == "finite" and not scene.tokens[verb.first].proclitics


def turns_to_another(scene: Scene, position: int, later: Mapping[int, CueHit], voice: CueHit | None = None) -> bool:
    """«، لكنه قال», «، غير أن مصدرين في الوزارة أكدا»: a contrast, who speaks now, and the verb."""
    if f"{scene.form(position)} {scene.form(position + 1)}" in words("contrast"):
        position += 1  # «في حين»
    elif scene.form(position) not in words("contrast"):
        return False
    reach = _FAR if _starts_subject(scene, position + 1) else _NEAR
    same = voice if reach == _NEAR and not scene.tokens[position].enclitic else None  # not «لكنه قال»
    return any(
        position < at <= position + reach
        and _speaks_outside(scene, hit)
        and not (same is not None and _told_of(scene, hit, same))
        for at, hit in later.items()
    )


def _told_of(scene: Scene, hit: CueHit, voice: CueHit) -> bool:
    """«قالت الصحيفة إن الوزيرين اجتمعا وأكدا أن …»: a verb that goes with who is spoken of, not with who speaks."""
    if hit.form != "finite" or voice.form != "finite" or voice.cue.via or hit.last >= scene.last:
        return False
    if may_head_source(scene, hit.last) or scene.tokens[hit.last].kind == "number":
        return False
    theirs, own = agreement_of(scene, hit), agreement_of(scene, voice)
    if follows_its_subject(scene, hit):
        return _starts_with_media(scene, voice.last)
    several = theirs.several is not False or own.several is not False
    return not several and theirs.feminine is not None and own.feminine is (not theirs.feminine)


def _starts_subject(scene: Scene, position: int) -> bool:
    """Whether a subject stands here, behind «أن» or at once: «لكن الوزير», «غير أن الوزير»."""
    return may_head_source(scene, position + (scene.stem(position) in words("that")))


def _speaks_outside(scene: Scene, hit: CueHit) -> bool:
    """A cue that is neither a particle nor in the first person nor in a relative clause."""
    first_person = hit.form == "finite" and agreement_of(scene, hit).first
    return not hit.cue.particles and not first_person and scene.form(hit.first - 1) not in words("relative")


def _is_without(scene: Scene, position: int) -> bool:
    """«، من دون أن يقدم دليلا»: how it was said."""
    at = position + (scene.form(position) in words("preposition"))
    return scene.form(at) in words("without") and scene.form(at + 1) == _THAT


def _is_new_voice(scene: Scene, hit: CueHit, voice: CueHit, *, set_off: bool) -> bool:
    """Whether another cue begins a part of its own, and not one inside what is presented."""
    if hit.cue.particles:
        return _is_outer(scene, hit, voice)
    if hit.form == "participle" and is_clause_particle(scene, hit.last):
        return True
    if hit.form == "participle" or (hit.cue.phrases and not hit.negated):
        return set_off
    if hit.form not in {"finite", "jussive", "passive"} or agreement_of(scene, hit).first:
        return False
    joined = scene.tokens[hit.first].proclitics[:1] in {"و", "ف"} and not _told_of(scene, hit, voice)
    return joined or (scene.form(hit.first - 1) in COMMAS and _starts_anew(scene, hit))


def _is_relative(scene: Scene, position: int) -> bool:
    """«ما» that is no comment: «ما لم», «ما إذا», «ما بين»; or tells what followed, in the past: «ما أدى إلى»."""
    if scene.form(position) != _WHAT:
        return False
    following = scene.stem(position + 1)
    return following in words("no-comment-before") or not following.startswith(_PRESENT)


def closes_quote(scene: Scene, position: int) -> bool:
    """Whether a closing mark, or one that may close, stands here."""
    return scene.form(position) in {"»", "”", '"', "“", "''", "’"}


def _starts_anew(scene: Scene, hit: CueHit) -> bool:
    """A verb of saying behind a comma, with its subject behind it: «…، قال الوزير إن»."""
    subject = hit.last
    while subject < scene.last and scene.dated(subject):
        subject += 1
    return scene.form(scene.first) in words("subordinator") or (
        not follows_its_subject(scene, hit) and may_head_source(scene, subject)
    )


def _is_outer(scene: Scene, particle: CueHit, voice: CueHit) -> bool:
    """Whether «بحسب …» behind a content stands outside it.

    It does in «قالت مصادر إن س، بحسب صحيفة», not in «ذكرت الصحيفة أن س، وفقا لمسؤولين» and «نفى أن س كما تقول ص».
    """
    if particle.cue.id == BARE and scene.form(particle.first - 1) not in MARKS:
        return False
    return _starts_with_media(scene, particle.last) or not _starts_with_media(scene, voice.last)


def names_media(scene: Scene, source: Span) -> bool:
    """Whether a source is a publication by its first words: «صحيفة الضفة», «موقعها الإخباري»; not «مسؤول»."""
    first = next((i for i in range(scene.first, scene.last) if scene.tokens[i].end > source.start), scene.first)
    near = range(first, min(first + _HEADS, scene.last))
    return any(_is_media(scene, i) for i in near if scene.tokens[i].start < source.end)


def _starts_with_media(scene: Scene, first: int) -> bool:
    return any(_is_media(scene, i) for i in range(first, min(first + _HEADS, scene.last)))


def _is_media(scene: Scene, position: int) -> bool:
    name = scene.name(position)
    noun = find_source_noun(scene.stem(position))
    return (name is not None and name.type == "MEDIA") or (noun is not None and noun.anonymity == "media")


def _phrase_ends(scene: Scene, position: int, hit: CueHit) -> bool:
    """A noun phrase ends where a clause of time or contrast begins, at where it was said, and at most commas."""
    form, following = scene.form(position), scene.form(position + 1)
    if form in words("phrase-end"):
        return True
    if form in words("negates-a-verb") and scene.form(hit.first - 1) in words("relative"):
        return True  # «الحزب الذي تتهمه الحكومة بالتحريض لن ينسحب»
    if form in words("before-a-clause"):
        return following in words("that", "relative")
    if form in COMMAS:
        return not _phrase_goes_on(scene, position + 1)
    entry = find_circumstance(scene, position, scene.last)
    return entry is not None and entry.channel is not None and entry.channel in _CARRIERS


def _phrase_goes_on(scene: Scene, position: int) -> bool:
    """Whether a noun phrase goes on behind a comma: a relative, another noun, an example, a price, a reason."""
    if position >= scene.last:
        return False
    token, form = scene.tokens[position], scene.form(position)
    if form in words("before-a-time"):
        return form in words("phrase-goes-on") and scene.stem(position + 1) not in words("that", "relative")
    if form in words("relative-after-comma", "phrase-goes-on") or scene.quote(position) is not None:
        return True
    if not token.proclitics and _names_in_apposition(scene, position):
        return True
    if token.kind != "word" or form in words("writers-comment") or find_circumstance(scene, position, scene.last):
        return False
    return _links_on(scene, position)


def _links_on(scene: Scene, position: int) -> bool:
    """«، وتوظيف …», «، بقيمة …», «، كزيارته …», «، الجماعة التي …»."""
    token = scene.tokens[position]
    if token.proclitics == "و":
        return is_nominal(scene, position)
    if token.proclitics:
        return token.proclitics in {"ب", "ك", "ل"} and not token.stem.startswith("ي")
    return token.stem.startswith("ال") and not scene.dated(position)


def _names_in_apposition(scene: Scene, position: int) -> bool:
    """«الأستاذ الجامعي، سالم الراشد»; «سالم الراشد، مدير المستشفى»."""
    name, before = scene.name(position), scene.name(position - 2)
    if name is not None:
        return name.type == "PERSON"
    return before is not None and before.type == "PERSON" and may_head_source(scene, position)


def is_nominal(scene: Scene, position: int) -> bool:
    """Whether a word is a noun by its looks: its article, «ة», the shape of «تفعيل», «إفعال», «استفعال»; or a name."""
    token = scene.tokens[position]
    stem = token.stem
    if stem.startswith("ال") or stem.endswith("ه") or scene.name(position) is not None:
        return True
    if len(stem) == _TAFIL and stem[0] == "ت" and stem[3] == "ي":
        return True
    return len(stem) >= _TAFIL and stem[0] == "ا" and stem[-2] == "ا"
