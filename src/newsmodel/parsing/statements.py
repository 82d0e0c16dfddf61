"""Statements: the constructions by which a text attributes a content to a source.

In: a reading with noun phrases, quotations and times. Out: :class:`Attribution` objects, whose
source is still a phrase: which actor it means is settled later, for the article as a whole. One
function per construction, tried in the order of :data:`PATTERNS`, the surest first; its docstring
gives the shape, and :data:`EXAMPLES` a sentence that it must match and one that it must not.
Knows no word of any language.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field

from newsmodel.languages.profile import Form
from newsmodel.languages.schema import Cue, CueType, Frame
from newsmodel.parsing import contents, cues, sources
from newsmodel.parsing.contents import Range
from newsmodel.parsing.cues import CueUse
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.quotations import Quotation
from newsmodel.parsing.reading import Reading
from newsmodel.parsing.sources import Source
from newsmodel.parsing.tokens import CLOSERS


@define(slots=True, eq=False)
class Attribution:
    """A statement as the text gives it; every number counts tokens.

    ``source`` is None where the speaker is the one who spoke before.
    """

    pattern: str
    source: Source | None
    cue: Cue | None
    cue_tokens: tuple[int, ...]
    content: list[Range]
    sentence: int
    via: NounPhrase | None = None
    #: Whether what is said stands wholly inside quotation marks.
    direct: bool = False
    #: A possessive pronoun that names the source ("her warning that").
    possessor: int | None = None

    @property
    def first(self) -> int:
        """Its first token of content."""
        return self.content[0][0]


@define(slots=True, eq=False)
class Scope:
    """One sentence while its statements are looked for."""

    reading: Reading
    number: int
    first: int
    last: int
    uses: list[CueUse]
    found: list[Attribution] = field(factory=list)
    claimed: set[int] = field(factory=set)

    def text(self, i: int) -> str:
        """The surface of token ``i``, empty outside the sentence."""
        return self.reading.tokens.words[i] if self.first <= i < self.last else ""

    def norm(self, i: int) -> str:
        """The normal form of token ``i``, empty outside the sentence."""
        return self.reading.tokens.norms[i] if self.first <= i < self.last else ""


#: Marks at the end of a quotation after which its cue may follow as if in a new sentence.
ASKING_ENDS = frozenset({"?", "!", "…", "...", "—", "–"})
#: Marks at the end of a quotation that show it to be speech.
SPEECH_ENDS = frozenset({",", ".", "!", "?", "…", "...", "—", "–", "-"})
#: Phrases that name somebody who speaks, not only something that says.
_NAMED = frozenset({PhraseKind.PERSON, PhraseKind.PRONOUN, PhraseKind.NAME})
#: Dashes that, at the start of a paragraph, open direct speech without quotation marks.
DIALOGUE_DASHES = frozenset({"–", "—", "-"})
#: Phrases after which a word in -s is a verb rather than a plural.
_SINGULAR = frozenset({
    PhraseKind.PERSON, PhraseKind.PRONOUN, PhraseKind.NAME, PhraseKind.BODY, PhraseKind.COUNTRY,
    PhraseKind.CAPITAL, PhraseKind.METONYM,
})
#: The part of its forms that must be cues for one to take a clause without any mark.
BARE_SHARE = 0.2

Pattern = Callable[[Scope, CueUse], Attribution | None]


def find(reading: Reading) -> list[Attribution]:
    """All attributions of a text, in its order."""
    found: list[Attribution] = []
    for number in reading.running:
        first, last = reading.tokens.sentences[number]
        uses = cues.find(reading, first, last)
        scope = Scope(reading, number, first, last, uses)
        for use in uses:
            if use.at in scope.claimed:
                continue
            for pattern in PATTERNS:
                attribution = pattern(scope, use)
                if attribution is not None and attribution.content:
                    scope.found.append(attribution)
                    break
        if not uses or not scope.found:
            handed = hand_over(scope) or unlisted_verb(scope)
            if handed is not None:
                scope.found.append(handed)
        _continue(reading, scope, found)
        found += _without_repeats(scope)
    return found


# --- constructions ----------------------------------------------------------------------


def after_quotation(scope: Scope, use: CueUse) -> Attribution | None:
    """ “Q”[,] cue SOURCE | “Q”[,] SOURCE cue [rest] [“Q”]."""
    if use.cue.type is not CueType.VERB or not _quotes(use.cue) or use.negated:
        return None
    if use.form is Form.GERUND:
        return None
    reading = scope.reading
    left = contents.left_boundary(reading, min(use.start, use.finite), scope.first)
    quotation = contents.quotation_before(reading, left, scope.first)
    if quotation is None:
        left, quotation = _past_aside(scope, use, left)
    if quotation is None and left == scope.first - 1:
        # "“Why?” X asked": the question mark has ended a sentence.
        quotation = reading.closing.get(left)
        if quotation is not None and _last_mark(reading, quotation) not in ASKING_ENDS:
            return None
        if scope.text(use.end) in (",", ":") and use.end + 1 in reading.opening:
            return None  # the cue has a quotation of its own
    if quotation is None or _is_title(scope, use, quotation):
        return None
    source = _beside(scope, use, left + 1) or _anybody(scope, use, left + 1)
    if source is None and not _speaks_impersonally(scope, use):
        return None
    if source is not None and use.share < 0.35 and source.phrases[0].kind not in _NAMED:
        return None
    content, direct, first = _quoted_content(scope, quotation)
    if not content:
        return None
    if _is_part_of_clause(scope, use, quotation):
        return None
    if _has_object(scope, use, source):
        return None
    content += _resumed(scope, use, source, direct)
    via = _spoken_to(scope, use, source) or _via(scope, use, source)
    return _attribution("after quotation", scope, use, source, content, direct, via)


def quoted_as_saying(scope: Scope, use: CueUse) -> Attribution | None:
    """OUTLET quoted SOURCE as saying “Q” | “Q,” OUTLET quoted SOURCE as saying."""
    if "=object" not in use.cue.addressee or use.cue.type is not CueType.VERB:
        return None
    reading = scope.reading
    spoken = sources.starting_at(reading, use.at + 1, scope.last)
    outlet = sources.before(reading, use, scope.first)
    if spoken is None:
        return None
    left = contents.left_boundary(reading, use.start, scope.first)
    quotation = contents.quotation_before(reading, left, scope.first)
    via = outlet.phrases[0] if outlet else None
    if quotation is not None:
        content, direct, _ = _quoted_content(scope, quotation)
    else:
        start = max((*use.companions, spoken.last - 1)) + 1
        if scope.norm(start) in reading.profile.words.complementizers:
            start += 1
        content, direct = _to_end(scope, use, start)
    return _attribution("quoted as saying", scope, use, spoken, content, direct, via)


def before_quotation(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE cue [hearer] [, | :] “Q” | cue SOURCE [,|:] “Q”."""
    if use.cue.type is CueType.NOUN or use.negated or not _quotes(use.cue):
        return None
    if use.cue.type is not CueType.VERB:
        return None
    reading = scope.reading
    source = _subject(scope, use)
    start = max(use.end, source.last if source and source.first > use.at else 0)
    at, hearer_first, hearer_last = contents.skip_addressee(reading, use, start, scope.last)
    if scope.text(at) == "," and scope.norm(at + 1) in reading.profile.words.light and (
        scope.text(at + 2) == ","
    ):
        at += 2  # "acknowledged, however, “Q”"
    mark = scope.text(at)
    if mark not in (",", ":") and at not in reading.opening:
        # "denied rumours to that effect: S": the object stands before the colon.
        colon = contents.right_boundary(reading, at, scope.last)
        if scope.text(colon) == ":" and colon - at <= 8:
            at, mark = colon, ":"
    if mark not in (",", ":") and at not in reading.opening:
        at, mark = _past_long_hearer(scope, use, at)
    if mark in (",", ":") and not reading.quoted[at]:
        at += 1
    quotation = reading.opening.get(at) or (
        reading.opening.get(scope.last) if mark == ":" and at >= scope.last else None
    )
    if mark == ":" and quotation is None and source is not None and (
        source.first > use.at and _has_content(scope, use)
    ):
        return None
    if quotation is None and mark == ":" and at < scope.last:
        content, direct = _to_end(scope, use, at)
        if source is None:
            return None
        return _attribution("colon", scope, use, source, content, direct, None)
    if quotation is None:
        return None
    if source is None and not _speaks_impersonally(scope, use):
        return None
    after = quotation.after
    via = _hearer_via(scope, use, hearer_first, hearer_last)
    rest = contents.right_boundary(reading, after, scope.last)
    whole = mark in (",", ":") or rest <= after or scope.text(after) in (",", ";", ".")
    starts_lower = reading.tokens.words[quotation.first][0].islower()
    if whole or (not starts_lower and after >= scope.last - 1):
        content, direct = [contents.inside(reading, quotation)], True
        if mark not in (",", ":") and starts_lower and after < scope.last - 1:
            content, direct = _to_end(scope, use, at)
    else:
        content, direct = _to_end(scope, use, at)
    return _attribution("before quotation", scope, use, source, content, direct, via)


def _past_long_hearer(scope: Scope, use: CueUse, at: int) -> tuple[int, str]:
    """ "told the mayors who had come to X, “Q”": the comma before a quotation, where nothing but
    the hearer and the occasion can stand between."""
    reading = scope.reading
    comma = contents.right_boundary(reading, at, scope.last)
    if scope.text(comma) in (",", ":") and comma - at <= 16 and comma + 1 in reading.opening and (
        not any(at <= other.at < comma and other.share >= 0.3 for other in scope.uses)
    ):
        return comma, scope.text(comma)
    return at, scope.text(at)


def that_clause(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE cue [hearer] that|dat|whether|of CLAUSE."""
    frames = use.cue.frames
    if use.cue.type is not CueType.VERB:
        return None
    if use.negated and not (use.cue.act.value in ("claim", "expect") and not use.modal):
        return None
    if not {Frame.THAT, Frame.WHETHER, Frame.OBJECT_THAT, Frame.REPORTS_THAT}.intersection(frames):
        return None
    reading = scope.reading
    at = _complementizer(scope, use)
    if at is None:
        return None
    source = _subject(scope, use)
    if source is None:
        return None
    _, hearer_first, hearer_last = contents.skip_addressee(
        reading, use, max(use.end, source.last if source.first > use.at else 0), at
    )
    content, direct = _to_end(scope, use, at + 1)
    via = _hearer_via(scope, use, hearer_first, hearer_last) or _via(scope, use, source)
    return _attribution("that-clause", scope, use, source, content, direct, via)


def infinitive(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE cue [hearer] to|te VERB …"""
    frames = use.cue.frames
    if use.cue.type is not CueType.VERB or use.negated:
        return None
    if Frame.INFINITIVE not in frames and Frame.OBJECT_INFINITIVE not in frames:
        return None
    source = _subject(scope, use)
    if source is None:
        return None
    if _denies_doing(scope, use):
        content = contents.trim(
            scope.reading, use.end,
            contents.clause_end(scope.reading, use.end, scope.last, scope.uses, use),
        )
        return _attribution("infinitive", scope, use, source, [content], False, None)
    closed = scope.reading.profile.words
    if use.companions and any(
        scope.reading.quantities_at(i) and scope.norm(i) not in closed.both
        for i in range(use.end, max(use.companions))
    ):
        return None  # "roept 12.000 reservisten op om": called up, not called upon
    start = max(use.end, source.last if source.first > use.at else 0)
    content = _infinitive_content(scope, use, start)
    if content is None:
        return None
    return _attribution("infinitive", scope, use, source, [content], False, None)


def _denies_doing(scope: Scope, use: CueUse) -> bool:
    """ "denied having moved tanks": a gerund as the content."""
    suffixes = scope.reading.profile.words.gerund_suffixes
    norm = scope.norm(use.end)
    return (
        use.cue.act.value in ("deny", "confirm")
        and not scope.reading.profile.words.object_first
        and len(norm) > 5
        and norm.endswith(suffixes)
        and not scope.reading.nominal[use.end]
    )


def predicate(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE called X “Y” | noemde X “Y” | accused X of Y | blamed X on Y."""
    frames = use.cue.frames
    if use.cue.type is not CueType.VERB or use.negated:
        return None
    if not {Frame.PREDICATE, Frame.OF, Frame.ON}.intersection(frames):
        return None
    if use.passive:
        return _passive_predicate(scope, use)
    reading = scope.reading
    source = _subject(scope, use)
    if source is None:
        return None
    start = max(use.end, source.last if source.first > use.at else 0)
    if use.form is Form.GERUND:
        start = use.end
    end = contents.clause_end(reading, start, _clause_bound(scope, use, start), scope.uses, use)
    if use.form is Form.PARTICIPLE and reading.profile.words.verb_second:
        # "heeft het proces “een klucht” genoemd": the objects stand before the participle.
        start, end = max(use.finite + 1, source.last if source.first > use.finite else 0), use.at
    if use.companions and use.companions[0] == use.at + 1 and not (
        {Frame.PREDICATE, Frame.ON}.intersection(frames)
    ):
        start = max(start, use.companions[-1] + 1)  # "warned of “Q”": no object before it
    first, last = contents.trim(reading, start, end)
    quotes = _outer(reading, first, last)
    closed = reading.profile.words
    behind = scope.norm(quotes[-1].after) if quotes else ""
    if behind in closed.subordinators and (
        behind not in closed.prepositions or not closed.verb_second
    ):
        last = quotes[-1].after  # "… “Q” after figures showed …"
    if quotes and any(
        start < other.at < quotes[0].opening and other.share >= 0.3 and (
            other.form in (Form.PRESENT, Form.PAST)
        ) for other in scope.uses if other is not use
    ):
        return None
    if Frame.PREDICATE in frames and not quotes and not _predicates(scope, use, first, last):
        return None
    whole = reading.opening.get(first)
    if whole is not None and whole.after >= last and Frame.OF in frames:
        content = [contents.inside(reading, whole)]
        return _attribution("predicate", scope, use, source, content, True, None)
    if last - first < 2 or (first in reading.opening and reading.opening[first].after >= last - 1):
        return None
    if not {Frame.PREDICATE}.intersection(frames) and not (use.companions or quotes):
        return None
    return _attribution("predicate", scope, use, source, [(first, last)], False, None)


def _passive_predicate(scope: Scope, use: CueUse) -> Attribution | None:
    """X was described by SOURCE as “Y” | X werd door SOURCE “Y” genoemd."""
    reading = scope.reading
    source, subject = _agent(scope, use), sources.before(reading, use, scope.first)
    if source is None or subject is None or subject.first == source.first:
        return None
    start, end = max(use.end, *use.companions, source.last - 1) if use.companions else use.end, (
        scope.last
    )
    if use.companions:
        start = max(use.companions) + 1
    elif reading.profile.words.verb_second:
        start, end = source.last, use.at
    first, last = contents.trim(reading, start, end)
    if last - first < 1 or not _outer(reading, first, last):
        return None
    content = [(subject.first, subject.last), (first, last)]
    return _attribution("predicate", scope, use, source, content, False, None)


def _predicates(scope: Scope, use: CueUse, first: int, last: int) -> bool:
    """Whether a predicate stands without quotation marks: an object with its article, and more
    after it; or the preposition that a cue such as "describe" puts before it."""
    closed = scope.reading.profile.words
    if use.share < 0.4:
        return False
    if any(first <= c < last for c in use.companions):
        return last - first >= 3
    norm = scope.norm(first)
    if norm in closed.pronouns and norm not in closed.articles:
        return last - first >= 2 and scope.norm(first + 1) in closed.indefinite
    if norm not in closed.definite or last - first < 3 or last - first > 12:
        return False
    object_end = contents._phrase_end(scope.reading, first, last)
    return first < object_end < last and scope.text(last - 1)[0].islower() and (
        scope.norm(object_end) not in closed.prepositions
    )


def parenthesis(scope: Scope, use: CueUse) -> Attribution | None:
    """CONTENT, SOURCE cue | CONTENT, cue SOURCE | CONT, SOURCE cue, ENT."""
    if use.cue.type is not CueType.VERB or use.negated:
        return None
    if Frame.PARENTHETICAL not in use.cue.frames:
        return None
    reading = scope.reading
    left = contents.left_boundary(reading, min(use.start, use.finite), scope.first)
    source = _beside(scope, use, left + 1)
    if source is None or source.relative or use.passive and source.first < use.at:
        return None
    edge = min(source.first, use.start)
    if source.first < left:
        left = edge - 1  # the comma that closes an aside on the source
    elif scope.text(left) != "," or left < edge - 2:
        left = edge - 1
        if scope.norm(left) in reading.profile.words.thus:
            left -= 1
    if scope.norm(left) in reading.profile.words.as_:
        left -= 1  # "…, as X said"
    if scope.text(left) not in (",", "–", "—", "-") or left <= scope.first:
        return None
    start = max(use.end, source.last if source.first > use.at else 0)
    at, hearer_first, hearer_last = contents.skip_addressee(reading, use, start, scope.last)
    right = contents.right_boundary(reading, at, scope.last)
    if not _is_aside(scope, use, source, at, right):
        return None
    content = _around(scope, use, left, right)
    if not content:
        return None
    via = _hearer_via(scope, use, hearer_first, hearer_last) or _via(scope, use, source)
    dialogue = scope.text(scope.first) in DIALOGUE_DASHES and _opens_block(scope)
    return _attribution("parenthesis", scope, use, source, content, dialogue, via)


def bare_clause(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE cue [hearer] CLAUSE, without a complementizer."""
    if use.cue.type is not CueType.VERB or use.negated or use.passive:
        return None
    if Frame.BARE not in use.cue.frames or use.share < BARE_SHARE:
        return None
    reading = scope.reading
    source = _subject(scope, use)
    if source is None:
        return None
    start = max(use.end, source.last if source.first > use.at else 0)
    at, hearer_first, hearer_last = contents.skip_addressee(reading, use, start, scope.last)
    if scope.text(at) == ",":
        return None
    content, direct = _to_end(scope, use, at)
    if not content or not _is_clause(scope, use, *content[0]):
        return None
    via = _hearer_via(scope, use, hearer_first, hearer_last)
    return _attribution("bare clause", scope, use, source, content, direct, via)


def as_put_by(scope: Scope, use: CueUse) -> Attribution | None:
    """As SOURCE cue [circumstance], CONTENT | zoals SOURCE cue, CONTENT."""
    if use.cue.type is not CueType.VERB or use.negated or use.passive:
        return None
    reading, closed = scope.reading, scope.reading.profile.words
    at = scope.first
    while scope.norm(at) in closed.light or scope.norm(at) in closed.coordinators or (
        scope.text(at) == ","
    ):
        at += 1
    if scope.norm(at) not in closed.as_ or use.at - at > 14:
        return None
    source = sources.starting_at(reading, at + 1, use.at)
    if source is None or not (source.last <= use.start <= source.last + 2):
        return None
    comma = contents.right_boundary(reading, use.end, scope.last)
    if scope.text(comma) not in (",", ":") or comma - use.end > 8:
        return None
    content, direct = _to_end(scope, use, comma + 1)
    return _attribution("as put by", scope, use, source, content, direct, None)


def according_to(scope: Scope, use: CueUse) -> Attribution | None:
    """According to SOURCE, CLAUSE | CLAUSE, according to SOURCE | volgens SOURCE VERB …"""
    if use.cue.type is not CueType.PREPOSITION:
        return None
    reading = scope.reading
    source = sources.starting_at(reading, use.end, scope.last)
    if source is None or source.first > use.end + 2:
        return None
    left, right = use.at, source.last
    head = source.phrases[-1].head_last
    if scope.text(right) == ",":
        right = _apposition_end(scope, source, right) or right
    elif head < right and scope.text(head) == ",":
        # "volgens X, hoofd van de Y, …": the aside goes on to its second comma.
        right = next((i for i in range(right, min(right + 14, scope.last))
                      if scope.text(i) == ","), right)
    if _names_outlet(scope, use, source):
        return None
    before = contents.trim(reading, scope.first, left)
    after = contents.trim(reading, right, _clause_limit(scope, right))
    quotation = contents.quotation_before(reading, left - 1, scope.first)
    if quotation is not None and left - quotation.after <= 1:
        content, direct, _ = _quoted_content(scope, quotation)
        content += _resumed(scope, use, source, direct)
        return _attribution("according to", scope, use, source, content, direct, None)
    before = _after_relative(scope, before)
    content = []
    if before[1] > before[0] and not _only_light(scope, *before):
        content.append(before)
    apart = scope.text(left - 1) == "," or not reading.profile.words.verb_second
    if after[1] > after[0] and not (content and apart and _is_tail(scope, right, after)):
        content.append(after)
    direct = len(content) == 1 and _is_wholly_quoted(reading, content[0])
    if direct:
        content = [contents.inside(reading, reading.opening[content[0][0]])]
    return _attribution("according to", scope, use, source, content, direct, None)


def by_own_account(scope: Scope, use: CueUse) -> Attribution | None:
    """SUBJECT VERB naar eigen zeggen …: the clause's own subject is the source."""
    if use.cue.type is not CueType.ADVERB or not use.cue.frames:
        return None
    reading = scope.reading
    subject = next(
        (p for p in reading.phrases_in(scope.first, use.at) if p.kind is not PhraseKind.PLACE
         and (p.first == scope.first or scope.norm(p.first - 1) not in
              reading.profile.words.prepositions)),
        None,
    )
    after = contents.trim(reading, use.end, scope.last)
    if subject is None or after[1] <= after[0]:
        return None
    content = [after]
    if subject.last < use.at:
        content.insert(0, contents.trim(reading, subject.last, use.at))
    source = Source([subject], subject.first, subject.last)
    return _attribution("by own account", scope, use, source, content, False, None)


def noun_cue(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE's claim that CLAUSE | her warning that CLAUSE | SOURCE … het bericht dat CLAUSE."""
    if use.cue.type is not CueType.NOUN or _answers(scope, use):
        return None
    reading, closed = scope.reading, scope.reading.profile.words
    at = use.end
    named: Source | None = None
    if scope.norm(at) in closed.of or scope.norm(at) in closed.by:
        named = sources.starting_at(reading, at + 1, scope.last)
        if named is not None:
            at = named.last
    elif scope.norm(at) in closed.from_:
        named = sources.starting_at(reading, at + 1, scope.last)
        at = named.last if named is not None else at
    infinitive_follows = Frame.INFINITIVE in use.cue.frames and (
        scope.norm(at) in closed.om or scope.norm(at) in closed.to and _is_infinitive(scope, at + 1)
    )
    if infinitive_follows:
        at -= 1
    elif scope.norm(at) not in closed.complementizers or not _takes(use.cue, Frame.THAT):
        return None
    possessor, owner = _noun_owner(scope, use)
    source = named or owner
    if source is None and possessor is None:
        source = _light_verb_subject(scope, use) or _subject_after(scope, use)
        if source is None:
            return None
    content, direct = _noun_content(scope, use, at + 1)
    found = _attribution("noun cue", scope, use, source, content, direct, None)
    if found is not None:
        found.possessor = possessor
    return found


def _answers(scope: Scope, use: CueUse) -> bool:
    """ "Op de vraag of …, antwoordde hij: “Q”": a question in the author's words, not a statement
    of whoever answers it."""
    closed = scope.reading.profile.words
    return (
        use.at - scope.first <= 3
        and scope.norm(scope.first) in closed.prepositions
        and closed.complementizers.get(scope.norm(use.end)) == "whether"
    )


def that_is_what(scope: Scope, use: CueUse) -> Attribution | None:
    """S. Dat zei SOURCE | S. That is what SOURCE said: the content is the sentence before."""
    closed = scope.reading.profile.words
    if use.cue.type is not CueType.VERB or use.negated or scope.number == 0:
        return None
    reading = scope.reading
    if not use.passive and _announces_it(scope, use):
        source: Source | None = _subject(scope, use)
        return _previous_sentence(scope, use, source)
    if scope.norm(scope.first) not in closed.anaphors or use.finite > scope.first + 14:
        return None
    if use.passive:
        source = _agent(scope, use)
    elif use.finite == scope.first + 1:
        source = sources.after(reading, use, scope.last)
    else:
        source = sources.before(reading, use, scope.first + 1)
    return _previous_sentence(scope, use, source)


def _announces_it(scope: Scope, use: CueUse) -> bool:
    """ "X announced this on Tuesday": the object takes up the sentence before."""
    closed = scope.reading.profile.words
    if use.form not in (Form.PRESENT, Form.PAST) or scope.norm(use.end) not in closed.anaphors:
        return False
    after = use.end + 1
    while after < scope.last and (
        scope.reading.timed[after] or scope.norm(after) in closed.light
        or scope.norm(after) in closed.prepositions and scope.reading.timed[after + 1]
    ):
        after += 1
    return scope.text(after) in (".", "") and scope.norm(use.end) not in closed.light


def _previous_sentence(scope: Scope, use: CueUse, source: Source | None) -> Attribution | None:
    reading = scope.reading
    previous = reading.tokens.sentences[scope.number - 1]
    if source is None or reading.tokens.sentence_blocks[scope.number - 1] != (
        reading.tokens.sentence_blocks[scope.number]
    ):
        return None
    first, last = contents.trim(reading, *previous)
    quotation = reading.opening.get(first)
    direct = quotation is not None and quotation.after >= last
    content = [contents.inside(reading, quotation)] if direct and quotation else [(first, last)]
    return _attribution("that is what", scope, use, source, content, direct, None)


def participle(scope: Scope, use: CueUse) -> Attribution | None:
    """SUBJECT …, adding that CLAUSE | …, saying “Q”."""
    if use.form is not Form.GERUND or use.cue.type is not CueType.VERB:
        return None
    reading, closed = scope.reading, scope.reading.profile.words
    before = use.at - 1
    if before >= scope.first and scope.text(before) not in (",", "–", "—") and (
        scope.norm(before) not in closed.coordinators
        and not (scope.norm(before) in closed.documents and use.share >= 0.5)
    ):
        return None
    at, hearer_first, hearer_last = contents.skip_addressee(reading, use, use.end, scope.last)
    if scope.text(at) in (",", ":"):
        at += 1
    if scope.norm(at) in closed.complementizers:
        at += 1
    elif at not in reading.opening and Frame.BARE not in use.cue.frames:
        return None
    content, direct = _to_end(scope, use, at)
    if not content or content[0][1] - content[0][0] < 2:
        return None
    earlier = scope.found[-1].source if scope.found else None
    source = _shared_subject(scope, use) if before < scope.first else (
        earlier or _first_subject(scope, use)
    )
    if source is None:
        return None
    via = _hearer_via(scope, use, hearer_first, hearer_last)
    return _attribution("participle", scope, use, source, content, direct, via)


def hand_over(scope: Scope) -> Attribution | None:
    """SOURCE …: “Q”. A sentence without a cue that ends in a colon and a quotation."""
    reading = scope.reading
    words = reading.tokens.words
    for at in range(scope.first + 1, scope.last):
        if words[at] == ":" and not reading.quoted[at]:
            quotation = reading.opening.get(at + 1)
            if quotation is None or quotation.closing < scope.last - 3:
                return None
            source = _main_subject(scope, at)
            if source is None or source.last > at or source.phrases[0].kind is PhraseKind.NAME and (
                source.first > scope.first
            ):
                return None
            content = [contents.inside(reading, quotation)]
            return Attribution(
                "hand-over", source, None, (at,), content, scope.number, direct=True
            )
    return None


def _main_subject(scope: Scope, end: int) -> Source | None:
    """The subject of the clause before ``end``: not a pronoun of a clause that a comma closes."""
    reading = scope.reading
    found = _first_subject(scope, None)
    if found is None or found.phrases[0].kind is not PhraseKind.PRONOUN:
        return found
    comma = contents.right_boundary(reading, found.last, end)
    if scope.text(comma) == ",":
        later = sources.starting_at(reading, comma + 1, end)
        return later or found
    return found


def unlisted_verb(scope: Scope) -> Attribution | None:
    """ “Q,” VERBed NAME. A verb of manner that no list has, between a quotation and a name."""
    reading = scope.reading
    at = scope.first
    quotation = next(
        (q for i in range(scope.first - 1, scope.last) if (q := reading.closing.get(i)) is not None
         and q.after < scope.last), None,
    )
    if quotation is None or _last_mark(reading, quotation) not in SPEECH_ENDS and (
        scope.text(quotation.after) != ","
    ):
        return None
    at = quotation.after + (scope.text(quotation.after) == ",")
    if not contents.is_finite(reading, at) or reading.profile.cues.get(scope.norm(at)):
        return None
    source = sources.starting_at(reading, at + 1, scope.last)
    if source is None or source.first > at + 1 or source.phrases[0].kind not in (
        PhraseKind.PERSON, PhraseKind.NAME, PhraseKind.ROLE
    ):
        return None
    content, direct, _ = _quoted_content(scope, quotation)
    return Attribution("unlisted verb", source, None, (at,), content, scope.number, direct=direct)


#: The constructions, the surest first.
PATTERNS: tuple[Pattern, ...] = (
    that_is_what,
    as_put_by,
    quoted_as_saying,
    after_quotation,
    according_to,
    by_own_account,
    noun_cue,
    participle,
    that_clause,
    before_quotation,
    predicate,
    infinitive,
    parenthesis,
    bare_clause,
)


# --- what constructions share -----------------------------------------------------------


def _attribution(
    pattern: str,
    scope: Scope,
    use: CueUse,
    source: Source | None,
    content: list[Range],
    direct: bool,
    via: NounPhrase | None,
) -> Attribution | None:
    content = [r for r in content if r[1] > r[0]]
    if not content:
        return None
    if via is None:
        via = _outlet(scope, use, source, content)
    return Attribution(
        pattern, source, use.cue, use.tokens, content, scope.number, via, direct
    )


def _outlet(
    scope: Scope, use: CueUse, source: Source | None, content: list[Range]
) -> NounPhrase | None:
    """The outlet that the words were spoken to or in, named anywhere outside the content."""
    reading, closed = scope.reading, scope.reading.profile.words
    named = source.phrases if source is not None else []
    for phrase in reading.phrases_in(scope.first, scope.last):
        if phrase.actor != "media" or phrase.kind is not PhraseKind.BODY or phrase in named:
            continue
        if any(first <= phrase.head_first < last for first, last in content):
            continue
        if phrase.first > scope.first and scope.norm(phrase.first - 1) in closed.via:
            return phrase
    return None


def _quotes(cue: Cue) -> bool:
    return Frame.QUOTE in cue.frames or Frame.PARENTHETICAL in cue.frames


def _takes(cue: Cue, frame: Frame) -> bool:
    return frame in cue.frames


def _beside(scope: Scope, use: CueUse, floor: int) -> Source | None:
    """The source in the same stretch as the cue: after it, or before it down to ``floor``."""
    reading = scope.reading
    if use.passive:
        return _agent(scope, use)
    if _speaks_impersonally(scope, use):
        return _impersonal_source(scope, use)
    at = min(use.start, use.finite)
    skipped = at - floor
    light = all(
        scope.norm(i) in reading.profile.words.thus or scope.norm(i) in reading.profile.words.light
        or reading.timed[i]
        for i in range(floor, at)
    )
    if skipped <= 2 and light and _may_invert(reading, use):
        found = sources.after(reading, use, scope.last)
        if found is not None and _ends_inversion(scope, use, found):
            return found
    if skipped == 0 and not _may_invert(reading, use) and floor > scope.first and (
        reading.quoted[floor - 1]
    ):
        # "“Why?” asked X": nothing else can be the subject.
        found = sources.after(reading, use, scope.last)
        if found is not None and _ends_inversion(scope, use, found):
            return found
    if floor >= at and scope.text(at - 1) in (",", "–", "—", ")"):
        # An aside stands between the source and the cue: it may start further left.
        floor = next((i + 1 for i in range(at - 1, scope.first, -1) if reading.quoted[i]),
                     scope.first)
    return sources.before(reading, use, floor)


def _may_invert(reading: Reading, use: CueUse) -> bool:
    """Whether the subject of a cue can follow it: in English not where its hearer does."""
    return reading.profile.words.verb_second or "object" not in use.cue.addressee


def _ends_inversion(scope: Scope, use: CueUse, source: Source) -> bool:
    """ "S, said X." but not "X, aged 40, said his men would …": no verb follows the subject."""
    closed = scope.reading.profile.words
    if closed.verb_second:
        return True
    norm, text = scope.norm(source.last), scope.text(source.last)
    return (
        not text[:1].isalnum()
        or bool(scope.reading.timed[source.last])
        or norm in closed.prepositions
        or norm in closed.subordinators
        or norm in closed.relatives
        or norm in closed.light
    )


def _subject(scope: Scope, use: CueUse) -> Source | None:
    """The source of a cue that its content follows: before it, or by inversion after it."""
    reading = scope.reading
    if use.passive:
        return _agent(scope, use)
    shared = _shared_subject(scope, use)
    if shared is not None or use.form is Form.GERUND:
        return shared
    left = contents.left_boundary(reading, min(use.start, use.finite), scope.first)
    floor = scope.first
    found = sources.before(reading, use, floor)
    if found is not None and found.first > left - 1 or found is not None and _is_open(scope, left):
        return found
    inverted = None
    if reading.profile.words.verb_second or use.at <= scope.first + 1:
        inverted = sources.after(reading, use, scope.last)
    return inverted or found


def _shared_subject(scope: Scope, use: CueUse) -> Source | None:
    """ "X said A but denied B", "X left, saying B": the subject of the clause before."""
    closed = scope.reading.profile.words
    before = min(use.start, use.finite if use.finite >= 0 else use.start) - 1
    while before > scope.first and scope.norm(before) in closed.light:
        before -= 1
    if before < scope.first and use.form is Form.GERUND:
        comma = _first_comma(scope, use.end)
        return sources.starting_at(scope.reading, comma + 1, scope.last)
    gerund = use.form is Form.GERUND
    joined = scope.norm(before) in closed.coordinators
    if not joined and not (
        gerund and (scope.text(before) in (",", "–", "—", "-") or scope.norm(before) in
                    closed.prepositions or scope.norm(before) in closed.subordinators)
    ):
        return None
    if joined and not gerund and sources.after(scope.reading, use, scope.last) is not None and (
        closed.verb_second
    ):
        return None
    earlier = next(
        (a.source for a in reversed(scope.found) if a.source and a.source.first < use.at), None
    )
    return earlier or _first_subject(scope, use)


def _anybody(scope: Scope, use: CueUse, floor: int) -> Source | None:
    """After a quotation, whoever stands beside the cue has said it, whatever noun names them:
    "“No,” the 43-year-old said", "“…,” read the printed card"."""
    reading, closed = scope.reading, scope.reading.profile.words
    if use.share < 0.5 or use.passive or _speaks_impersonally(scope, use):
        return None
    norms = reading.tokens.norms
    first, last = floor, min(use.start, use.finite)
    while first < last and (scope.text(first) in ",–—" or norms[first] in closed.light):
        first += 1
    if first == last and use.finite == use.at:
        first = last = use.end
        while last < scope.last and last - first < 7 and scope.text(last)[0].isalnum() and (
            norms[last] not in closed.prepositions and not reading.timed[last]
        ):
            last += 1
    if not 0 < last - first <= 7 or any(not scope.text(i)[0].isalnum() for i in range(first, last)):
        return None
    if norms[first] not in closed.determiners and not norms[last - 1].endswith("s") and (
        not reading.quantities_at(first)
    ):
        return None
    if any(norms[i] in closed.auxiliaries or norms[i] in closed.relatives
           for i in range(first, last)):
        return None
    phrase = NounPhrase(
        first, last, last - 1, last, PhraseKind.ROLE, name=reading.tokens.slice(first, last)
    )
    return Source([phrase], first, last)


def _is_open(scope: Scope, left: int) -> bool:
    return scope.text(left) in (",", "–", "—", ")", "-")


def _agent(scope: Scope, use: CueUse) -> Source | None:
    """The source of a passive cue: what "by" names right after it, or before it in the clause."""
    closed = scope.reading.profile.words
    for at in range(use.at + 1, min(use.at + 6, scope.last)):
        if scope.norm(at) in closed.by:
            return sources.starting_at(scope.reading, at + 1, scope.last)
        if scope.text(at) in ",;:" or scope.norm(at) in closed.complementizers:
            break
    for at in range(scope.first, use.at):
        if scope.norm(at) in closed.by:
            return sources.starting_at(scope.reading, at + 1, scope.last)
    return None


def _speaks_impersonally(scope: Scope, use: CueUse) -> bool:
    """ "klinkt het", "it says here": the subject is no speaker, who spoke before is the source."""
    closed = scope.reading.profile.words
    return any(a.startswith("=") for a in use.cue.addressee) and any(
        scope.norm(i) in closed.expletives for i in use.companions
    )


def _impersonal_source(scope: Scope, use: CueUse) -> Source | None:
    """ "klinkt het bij SOURCE": a preposition that introduces the source itself."""
    if not _speaks_impersonally(scope, use):
        return None
    wanted = {a[1:] for a in use.cue.addressee if a.startswith("=")}
    at = max(use.tokens) + 1
    for i in range(at, min(at + 3, scope.last)):
        if scope.norm(i) in wanted:
            return sources.starting_at(scope.reading, i + 1, scope.last)
    return None


def _past_aside(scope: Scope, use: CueUse, left: int) -> tuple[int, Quotation | None]:
    """ “Q,” X, who leads the mission, told Y: the quotation before a source with an aside."""
    reading = scope.reading
    at = left
    for _ in range(3):
        if at <= scope.first or scope.text(at) not in (",", "–", "—", ")"):
            break
        at = contents.left_boundary(reading, at, scope.first)
        quotation = contents.quotation_before(reading, at, scope.first)
        if quotation is not None:
            return at, quotation
    return left, None


def _quoted_content(scope: Scope, quotation: Quotation) -> tuple[list[Range], bool, int]:
    """What stands before a cue: the quotation, or the clause that it is the end of."""
    reading = scope.reading
    opening = quotation.opening
    if opening <= scope.first or opening < scope.first:
        return [contents.inside(reading, quotation)], True, opening
    start, end = contents.trim(reading, scope.first, quotation.after)
    lead = range(scope.first, opening)
    if all(
        scope.text(i) in ",:–—-" or scope.norm(i) in reading.profile.words.light
        or scope.norm(i) in reading.profile.words.coordinators
        for i in lead
    ):
        return [contents.inside(reading, quotation)], True, opening
    if scope.text(opening - 1) in (":", "("):
        return [contents.inside(reading, quotation)], True, opening
    return [(start, quotation.after)], False, start


def _is_part_of_clause(scope: Scope, use: CueUse, quotation: Quotation) -> bool:
    """ 'the "plan" he described': a quoted word before a subject and verb that form its relative
    clause. A comma, a terminal mark or inversion shows the quotation to be what is said."""
    reading = scope.reading
    after = scope.text(quotation.after)
    if _last_mark(reading, quotation) in SPEECH_ENDS or after in (",", "–", "—"):
        return False
    if quotation.opening <= scope.first and quotation.closing - quotation.first >= 4:
        return False
    return not (quotation.after == use.at or scope.norm(quotation.after) in
                reading.profile.words.thus)


def _is_title(scope: Scope, use: CueUse, quotation: Quotation) -> bool:
    """ "on “Meet the Press,” X said the plan had failed": a title within the sentence, and a cue
    that takes what follows it."""
    reading = scope.reading
    if quotation.opening <= scope.first or use.end >= scope.last - 4:
        return False
    words = [w for w in reading.tokens.words[quotation.first : quotation.closing] if w[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) <= 8 and capitals * 3 >= len(words) * 2 and (
        scope.norm(quotation.opening - 1) not in reading.profile.words.determiners
    ) and not (scope.norm(use.end) == "" or scope.text(use.end) in ".,")


def _has_object(scope: Scope, use: CueUse, source: Source | None) -> bool:
    """ "“…”, Canada recalled its ambassador": a verb with an object of its own says nothing."""
    closed = scope.reading.profile.words
    if source is None or source.first > use.at or "object" in use.cue.addressee:
        return False
    norm = scope.norm(use.end)
    return norm in closed.possessives or norm in closed.articles


def _spoken_to(scope: Scope, use: CueUse, source: Source | None) -> NounPhrase | None:
    """The outlet that a cue's hearer is: "told Reuters"."""
    start = max(use.end, source.last if source and source.first > use.at else 0)
    _, first, last = contents.skip_addressee(scope.reading, use, start, scope.last)
    return _hearer_via(scope, use, first, last)


def _last_mark(reading: Reading, quotation: Quotation) -> str:
    """The last token of a quotation, marks of quotations within it apart."""
    i = quotation.closing - 1
    while i > quotation.first and reading.tokens.words[i] in CLOSERS:
        i -= 1
    return reading.tokens.words[i]


def _resumed(
    scope: Scope, use: CueUse, source: Source | None, direct: bool
) -> list[Range]:
    """The quotation that goes on after the cue's clause in the same sentence."""
    reading = scope.reading
    start = max(use.end, source.last if source else 0, use.finite + 1)
    at = contents.right_boundary(reading, start, scope.last)
    while at < scope.last and scope.text(at) == "," and at + 1 not in reading.opening:
        following = contents.right_boundary(reading, at + 1, scope.last)
        if following >= scope.last or following == at:
            return []
        if any(start < u.at < following and u is not use for u in scope.uses):
            return []
        at = following
    if scope.text(at) not in (",", ":", "–", "—"):
        return []  # "said on “Meet the Press”"
    quotation = reading.opening.get(at + 1)
    if quotation is None:
        return []
    at += 1
    if not direct:
        return [(at, quotation.after)]
    return [contents.inside(reading, quotation)]


def _to_end(scope: Scope, use: CueUse, at: int) -> tuple[list[Range], bool]:
    """The content from ``at`` to the end of its clause, and whether a quotation is all of it."""
    reading = scope.reading
    if at >= scope.last:
        return [], False
    limit = _clause_bound(scope, use, at)
    end = contents.clause_end(reading, at, limit, scope.uses, use)
    quotation = reading.opening.get(at)
    if quotation is not None and quotation.after >= end - 1:
        if quotation.closing > at + 1:
            return [contents.inside(reading, quotation)], True
        return [], False
    end = _before_attribution(scope, use, at, end)
    if end == scope.last and reading.quoted[end - 1]:
        # A quotation that goes on in the next sentence belongs to the content to its end.
        inner = _open_quotation(reading, at, end)
        if inner is not None and inner.after > end:
            return [(at, inner.after)], False
    return [contents.trim(reading, at, end)], False


def _first_comma(scope: Scope, at: int) -> int:
    """The first comma from ``at`` on that a phrase follows, or the sentence's end."""
    reading = scope.reading
    for i in range(at, scope.last):
        if scope.text(i) == "," and not reading.quoted[i] and any(
            p.first == i + 1 for p in reading.phrases_in(i + 1, min(scope.last, i + 8))
        ):
            return i
    return scope.last


def _clause_bound(scope: Scope, use: CueUse, at: int) -> int:
    """The end of the clause that a cue and its content stand in: the sentence's, unless the clause
    opens the sentence and another follows ("When X said that A, B"; "Denying that A, X left")."""
    if use.form is Form.GERUND and use.at == scope.first:
        return _first_comma(scope, at)
    if use.at - scope.first <= 12:
        return contents.subordinate_end(scope.reading, scope.first, at, scope.last)
    return scope.last


def _open_quotation(reading: Reading, first: int, last: int) -> Quotation | None:
    for i in range(last - 1, first - 1, -1):
        quotation = reading.opening.get(i)
        if quotation is not None:
            return quotation
    return None


def _before_attribution(scope: Scope, use: CueUse, at: int, end: int) -> int:
    """Cuts a content where "according to …" follows it."""
    for other in scope.uses:
        if not at < other.at < end:
            continue
        if other.cue.type is CueType.PREPOSITION and scope.text(other.at - 1) == ",":
            return other.at - 1
        if _speaks_impersonally(scope, other):
            comma = contents.left_boundary(scope.reading, other.at, at)
            if scope.text(comma) == ",":
                return comma
    return end


def _complementizer(scope: Scope, use: CueUse) -> int | None:
    """The place of the word that opens the content clause of a cue."""
    reading, closed = scope.reading, scope.reading.profile.words
    wanted = set()
    if {Frame.THAT, Frame.OBJECT_THAT, Frame.REPORTS_THAT}.intersection(use.cue.frames):
        wanted.add("that")
    if Frame.WHETHER in use.cue.frames:
        wanted.add("whether")
    start = max(use.at, use.finite, *use.companions) + 1 if use.companions else (
        max(use.at, use.finite) + 1
    )
    depth_words = 0
    for i in range(min(use.end, start), min(scope.last, start + 18)):
        if reading.quoted[i]:
            return None
        kind = closed.complementizers.get(scope.norm(i))
        if i > use.at and any(
            u.at == i and u.cue.type is CueType.VERB and u.share >= 0.3 for u in scope.uses
        ):
            return None
        if not closed.object_first and scope.norm(i) in closed.to and i not in use.companions and (
            Frame.INFINITIVE in use.cue.frames or Frame.OBJECT_INFINITIVE in use.cue.frames
        ) and _is_infinitive(scope, i + 1):
            return None
        if kind == "that" and scope.norm(i - 1) in closed.prepositions and i - 1 != use.at and (
            i - 1 not in use.companions
        ):
            continue  # "about that winter"
        if kind == "that" and Frame.REPORTS_THAT not in use.cue.frames and any(
            u.end == i and u.cue.type is CueType.NOUN and u is not use for u in scope.uses
        ):
            return None  # the noun's content: "repeated his accusation that"
        if kind in wanted and (kind == "that" or depth_words <= 4 or scope.text(i - 1) == ","):
            return i if i >= use.end else None
        if scope.text(i) in (":", ";", "(") or scope.text(i) in ".?!":
            return None
        if i > start and i not in use.companions and scope.norm(i) in closed.auxiliaries and (
            i != use.finite and i != use.at and scope.norm(i) not in closed.possessives
        ):
            return None
        depth_words += 1
    return None


def _infinitive_content(scope: Scope, use: CueUse, start: int) -> Range | None:
    """From the infinitive's marker, or from the object that belongs to it, to the clause's end."""
    reading, closed = scope.reading, scope.reading.profile.words
    norms = reading.tokens.norms
    marker = _infinitive_marker(scope, use, start)
    if marker is None:
        return None
    end = contents.clause_end(
        reading, marker, _clause_bound(scope, use, marker), scope.uses, use
    )
    act = use.cue.act.value
    begin = marker
    if norms[marker - 1] in closed.negations and marker - 1 >= start:
        begin = marker - 1
    if closed.object_first:
        # The verb's own objects stand before its marker: only the hearer stays out.
        begin = max(start, *(c + 1 for c in use.companions)) if use.companions else start
        begin = max(begin, use.at + 1 if use.form is Form.PARTICIPLE else begin)
        hearer_before = use.form is Form.PARTICIPLE or any(c > use.at for c in use.companions)
        if norms[begin] not in closed.om and act in ("order", "call", "warn") and (
            not hearer_before
        ):
            begin = _past_hearer(scope, use, begin, marker)
        while begin < marker and (
            scope.text(begin) == "," or norms[begin] in closed.light or norms[begin] in closed.expletives and act != "say"
        ):
            begin += 1
    elif marker > start and (act in ("expect", "claim", "say", "deny") or any(
        c < marker and norms[c] not in closed.to for c in use.companions
    ) and Frame.NP in use.cue.frames):
        start = max(start, *(c + 1 for c in use.companions)) if use.companions else start
        begin = contents.skip_addressee(reading, use, start, marker)[0]
        begin = start if begin >= marker else begin
    first, last = contents.trim(reading, begin, end)
    return (first, last) if last - first >= 2 else None


def _infinitive_marker(scope: Scope, use: CueUse, start: int) -> int | None:
    reading, closed = scope.reading, scope.reading.profile.words
    object_allowed = Frame.OBJECT_INFINITIVE in use.cue.frames
    reach = 14 if object_allowed or closed.object_first else 3
    for i in range(start, min(scope.last, start + reach)):
        if reading.quoted[i] or scope.text(i) in (":", ";"):
            return None
        norm = scope.norm(i)
        if norm in closed.om and any(
            scope.norm(j) in closed.to for j in range(i + 1, scope.last)
        ):
            return i
        if norm in closed.to and _is_infinitive(scope, i + 1):
            return i
        if norm in closed.complementizers or norm in closed.relatives and i > start + 1:
            return None
        if norm in closed.auxiliaries and i != use.finite and norm not in closed.possessives:
            return None
    return None


def _is_infinitive(scope: Scope, i: int) -> bool:
    """Whether a verb can stand at ``i``: no noun phrase starts there."""
    closed = scope.reading.profile.words
    word = scope.text(i)
    if not word:
        return False
    if i in scope.reading.opening:
        return True
    if not word[0].islower() or scope.norm(i) in closed.determiners:
        return False
    return not any(p.first == i for p in scope.reading.phrases_in(i, i + 1))


def _past_hearer(scope: Scope, use: CueUse, begin: int, marker: int) -> int:
    """The end of the noun phrase at ``begin`` that names who is told to do something."""
    reading = scope.reading
    at, first, last = contents.skip_addressee(reading, use, begin, marker)
    if last > begin:
        return last
    for phrase in reading.phrases_in(begin, marker):
        if phrase.first <= begin + 1 and phrase.last <= marker:
            return phrase.last
        break
    return at if at < marker else begin


def _is_aside(
    scope: Scope, use: CueUse, source: Source, at: int, right: int
) -> bool:
    """Whether a cue's stretch holds nothing that the cue could take as its content."""
    closed = scope.reading.profile.words
    if scope.norm(at) in closed.complementizers:
        return False
    if scope.text(right) == ":" and source.first < use.at:
        return False
    if right in scope.reading.opening and right == at:
        return False
    if right - at == 0:
        return True
    norm = scope.norm(at)
    if norm in closed.prepositions or norm in closed.subordinators or norm in closed.light:
        return True
    return source.first > use.at and right - at <= 6


def _opens_block(scope: Scope) -> bool:
    tokens = scope.reading.tokens
    return scope.number == 0 or (
        tokens.sentence_blocks[scope.number - 1] != tokens.sentence_blocks[scope.number]
    )


def _has_content(scope: Scope, use: CueUse) -> bool:
    """Whether something is said before an inverted cue: "Er is één uitweg, zegt X: …"."""
    left = contents.left_boundary(scope.reading, min(use.start, use.finite), scope.first)
    return scope.text(left) == "," and not _only_light(scope, scope.first, left)


def _around(scope: Scope, use: CueUse, left: int, right: int) -> list[Range]:
    """The content before a parenthesis, and after it where it only interrupts."""
    reading, closed = scope.reading, scope.reading.profile.words
    start = scope.first
    for i in range(left - 1, scope.first, -1):
        if scope.text(i) == ";" and not reading.quoted[i]:
            start = i + 1
            break
    if closed.complementizers.get(scope.norm(start)) == "that" and closed.verb_second:
        start += 1  # "Dat de stad valt, zei X al"
    before = contents.trim(reading, start, left)
    content: list[Range] = []
    resumes = closed.verb_second and (
        scope.norm(right + 1) in closed.auxiliaries or _finite_looking(scope, right + 1)
    )
    if before[1] > before[0] and (resumes or not _only_light(scope, *before)):
        content.append(before)
    if scope.text(right) in (",", "–", "—", ":") and right + 2 < scope.last:
        at = right + 1
        norm = scope.norm(at)
        continues = not (
            norm in closed.subordinators or norm in closed.relatives
            or norm in closed.coordinators and norm not in closed.and_
            or any(u.at == at or u.start == at for u in scope.uses)
            or _looks_like_gerund(scope, at)
        )
        if continues or not content:
            end = contents.clause_end(reading, at, scope.last, scope.uses, use)
            content.append(contents.trim(reading, at, _before_attribution(scope, use, at, end)))
    return content


def _looks_like_gerund(scope: Scope, i: int) -> bool:
    suffixes = scope.reading.profile.words.gerund_suffixes
    norm = scope.norm(i)
    return len(norm) > 5 and norm.endswith(suffixes) if suffixes else False


def _only_light(scope: Scope, first: int, last: int) -> bool:
    """Whether a stretch says nothing by itself: conjunctions, adverbs, dates."""
    closed = scope.reading.profile.words
    return all(
        scope.norm(i) in closed.light
        or scope.norm(i) in closed.coordinators
        or scope.norm(i) in closed.relatives
        or scope.norm(i) in closed.subordinators
        or bool(scope.reading.timed[i])
        or not scope.text(i)[0].isalnum()
        for i in range(first, last)
    )


def _is_clause(scope: Scope, use: CueUse, first: int, last: int) -> bool:
    """Whether a stretch after a cue is a clause: it opens with a subject and has a verb."""
    reading, closed = scope.reading, scope.reading.profile.words
    norm = scope.norm(first)
    if last - first < (2 if norm in closed.pronouns else 3):
        return False
    if any(first <= u.at <= first + 4 and u.cue.type is CueType.NOUN and (
        scope.norm(u.end) in closed.complementizers
    ) for u in scope.uses):
        return False  # "repeated his accusation that …" is the noun's
    if norm in closed.prepositions and not reading.timed[first] or norm in closed.to or norm in closed.of:
        return False
    if norm in closed.coordinators or norm in closed.relatives or norm in closed.question:
        return False
    verb = any(
        scope.norm(i) in closed.auxiliaries or _finite_looking(scope, i)
        for i in range(first + 1, min(last, first + 16))
    ) or any(
        p.last < last and scope.norm(p.last).endswith(closed.singular_suffixes)
        and scope.text(p.last)[0].islower() and scope.norm(p.last) not in closed.function_words
        for p in reading.phrases_in(first, min(last, first + 8))
        if p.first <= first + 1 and not p.plural and p.kind in _SINGULAR
    )
    if not verb:
        return False
    if closed.verb_second:
        # "Hij zegt het …": the subject or its place, then at once the finite verb.
        return any(
            scope.norm(i) in closed.auxiliaries or _finite_looking(scope, i)
            for i in range(first + 1, min(last, first + 5))
        ) and use.share >= 0.5
    if use.share < 0.5:
        return (
            norm in closed.pronouns or norm in closed.determiners or scope.text(first)[0].isupper()
        )
    return True


def _finite_looking(scope: Scope, i: int) -> bool:
    """A finite verb, and no participle or noun that a determiner or preposition goes before."""
    closed = scope.reading.profile.words
    if i >= scope.last or not contents.is_finite(scope.reading, i):
        return False
    before = scope.norm(i - 1)
    return closed.verb_second or not (
        before in closed.determiners or before in closed.prepositions
    )


def _after_relative(scope: Scope, before: Range) -> Range:
    """A clause that starts with a relative ("waar volgens X …") has only that before it."""
    reading, closed = scope.reading, scope.reading.profile.words
    first, last = before
    for i in range(last - 1, max(first, last - 4) - 1, -1):
        if scope.norm(i) in closed.relatives and (i == first or scope.text(i - 1) == ","):
            return last, last
    return first, last


def _clause_limit(scope: Scope, at: int) -> int:
    reading = scope.reading
    for i in range(at, scope.last):
        if scope.text(i) == ";" and not reading.quoted[i]:
            return i
    return scope.last


def _is_tail(scope: Scope, right: int, after: Range) -> bool:
    """Whether what follows "according to X" at a clause's end only adds to the source."""
    closed = scope.reading.profile.words
    norm = scope.norm(right)
    return norm in closed.prepositions or norm in closed.relatives or scope.text(right) in "(;" or (
        scope.text(right) == "," and scope.norm(right + 1) in closed.relatives
    )


def _apposition_end(scope: Scope, source: Source, comma: int) -> int:
    """The comma that closes an aside on a source after "according to", or 0."""
    reading, closed = scope.reading, scope.reading.profile.words
    at = comma + 1
    if not (scope.norm(at) in closed.relatives or scope.norm(at) in closed.articles):
        return 0
    for i in range(at, min(at + 14, scope.last)):
        if scope.text(i) == "," and not reading.quoted[i]:
            return i
    return 0


def _names_outlet(scope: Scope, use: CueUse, source: Source) -> bool:
    """ "zei X volgens persbureau Y": the outlet is the way of another statement."""
    reading = scope.reading
    if not any(p.actor == "media" for p in source.phrases):
        return False
    return any(
        a.cue_tokens and a.cue_tokens[-1] < use.at <= a.cue_tokens[-1] + 10
        and a.via is source.phrases[0]
        for a in scope.found
    )


def _via(scope: Scope, use: CueUse, source: Source | None) -> NounPhrase | None:
    """The outlet that "volgens persbureau Y" or "in an interview with Y" names after a cue."""
    reading, closed = scope.reading, scope.reading.profile.words
    start = max(use.end, source.last if source else 0)
    end = contents.right_boundary(reading, start, scope.last)
    for phrase in reading.phrases_in(start, min(end + 3, scope.last)):
        if phrase.actor == "media" and phrase.first > start:
            before = scope.norm(phrase.first - 1)
            if before in closed.prepositions or before in reading.profile.cue_phrases:
                return phrase
    return None


def _hearer_via(scope: Scope, use: CueUse, first: int, last: int) -> NounPhrase | None:
    """The outlet among the hearers: "told Reuters", "tegen de krant X"."""
    if first < 0:
        return _via(scope, use, None)
    for phrase in scope.reading.phrases_in(first, last):
        if phrase.actor == "media":
            return phrase
    return _via(scope, use, None)


def _outer(reading: Reading, first: int, last: int) -> list[Quotation]:
    return [q for i in range(first, last) if (q := reading.opening.get(i)) is not None]


def _is_wholly_quoted(reading: Reading, content: Range) -> bool:
    quotation = reading.opening.get(content[0])
    return quotation is not None and quotation.after >= content[1]


def _noun_owner(scope: Scope, use: CueUse) -> tuple[int | None, Source | None]:
    """Whose claim it is: a possessive, or a genitive."""
    reading, closed = scope.reading, scope.reading.profile.words
    for i in range(use.at - 1, max(scope.first, use.at - 4) - 1, -1):
        norm = scope.norm(i)
        if norm in closed.possessives:
            return i, None
        if norm in ("'s", "'"):
            phrase = next(
                (p for p in reading.phrases_in(max(scope.first, i - 8), i) if p.last == i), None
            )
            return None, Source([phrase], phrase.first, phrase.last) if phrase else None
        if norm in closed.function_words:
            break
    return None, None


def _light_verb_subject(scope: Scope, use: CueUse) -> Source | None:
    """ "X kwam met het bericht dat", "Radio X carried the report that": the clause's subject."""
    reading = scope.reading
    if use.cue.act.value not in ("report", "announce", "claim", "warn", "say"):
        return None
    left = contents.left_boundary(reading, use.at, scope.first)
    best: NounPhrase | None = None
    for phrase in reading.phrases_in(max(left + 1, scope.first), use.at):
        if phrase.kind in (PhraseKind.BODY, PhraseKind.PERSON, PhraseKind.METONYM,
                           PhraseKind.CAPITAL, PhraseKind.COUNTRY, PhraseKind.UNNAMED_BODY):
            if phrase.first > scope.first and scope.norm(phrase.first - 1) in (
                reading.profile.words.prepositions
            ):
                continue
            best = phrase
    if best is None:
        return None
    return Source([best], best.first, best.last)


def _subject_after(scope: Scope, use: CueUse) -> Source | None:
    """ "Met de opmerking dat …, sloot X": the subject of the main clause that follows."""
    reading, closed = scope.reading, scope.reading.profile.words
    if scope.norm(scope.first) not in closed.prepositions or use.at - scope.first > 4:
        return None
    comma = next((i for i in range(use.end, scope.last)
                  if scope.text(i) == "," and not reading.quoted[i]), scope.last)
    for phrase in reading.phrases_in(comma, scope.last):
        if phrase.kind not in (PhraseKind.PLACE, PhraseKind.DEMONYM) and (
            phrase.first <= comma + 2
        ):
            return Source([phrase], phrase.first, phrase.last)
        break
    return None


def _noun_content(scope: Scope, use: CueUse, at: int) -> tuple[list[Range], bool]:
    reading = scope.reading
    quotation = reading.opening.get(at)
    if quotation is not None:
        return [contents.inside(reading, quotation)], True
    end = scope.last
    closed = reading.profile.words
    subject = not any(
        scope.norm(i) in closed.auxiliaries and scope.norm(i) not in closed.possessives
        or contents.is_finite(reading, i)
        for i in range(scope.first, use.at)
    )
    if subject:
        end = _before_main_verb(scope, at)
    content = contents.trim(reading, at, end)
    return [content], False


def _before_main_verb(scope: Scope, at: int) -> int:
    """The end of a noun's content where the noun is its sentence's subject: before the comma that
    closes it, or before the second finite verb, which is the main clause's."""
    reading, closed = scope.reading, scope.reading.profile.words
    seen = scope.norm(at) in closed.to or scope.norm(at) in closed.om
    previous = -9
    for i in range(at, scope.last):
        if reading.quoted[i]:
            continue
        if scope.text(i) == "," and i > at + 2:
            return i
        if scope.norm(i) in closed.auxiliaries or contents.is_finite(reading, i):
            if seen and i - previous > 2 and not closed.verb_second:
                return i
            seen, previous = True, i
    return scope.last


def _first_subject(scope: Scope, use: CueUse | None) -> Source | None:
    """The first phrase of the sentence that can speak and that no preposition governs."""
    reading, closed = scope.reading, scope.reading.profile.words
    end = use.at if use is not None else scope.last
    for phrase in reading.phrases_in(scope.first, end):
        if phrase.kind in (PhraseKind.PLACE, PhraseKind.DEMONYM) or reading.quoted[phrase.head_first]:
            continue
        if phrase.first > scope.first and scope.norm(phrase.first - 1) in closed.prepositions:
            continue
        whole = max(
            (p for p in reading.phrases_in(phrase.first, min(end, phrase.first + 12))
             if p.first <= phrase.first and p.kind is not PhraseKind.PLACE),
            key=lambda p: p.last, default=phrase,
        )
        return sources.joined(reading, whole, end)
    return None


def _continue(reading: Reading, scope: Scope, found: list[Attribution]) -> None:
    """Adds to the statement before a sentence that is one quotation and has no cue of its own: in
    the same paragraph, or in the next where it repeats the mark of one that was left open."""
    if not found:
        return
    previous = found[-1]
    quotation = reading.opening.get(scope.first)
    if quotation is None or not previous.direct:
        return
    if scope.found and not any(r[0] == quotation.first for r in scope.found[0].content):
        if reading.tokens.sentence_of(max(quotation.closing - 1, scope.first)) == scope.number:
            return
    elif scope.found:
        return
    tokens = reading.tokens
    last = previous.content[-1][1]
    if any(r[0] == quotation.first for r in previous.content) or last > scope.first:
        return
    left_open = reading.opening.get(previous.content[-1][0] - 1)
    runs_on = left_open is not None and left_open.continues and left_open.closing >= last
    same_block = tokens.sentence_blocks[scope.number] == tokens.sentence_blocks[
        tokens.sentence_of(last - 1)
    ]
    if not runs_on and (
        not same_block or scope.number - max(previous.sentence, tokens.sentence_of(last - 1)) > 1
    ):
        return
    closing_sentence = tokens.sentence_of(max(quotation.closing - 1, scope.first))
    if tokens.sentences[closing_sentence][1] - quotation.after > 1:
        return
    previous.content.append(contents.inside(reading, quotation))


def _without_repeats(scope: Scope) -> list[Attribution]:
    """Of two attributions with the same content in one sentence, the first."""
    kept: list[Attribution] = []
    for attribution in scope.found:
        if not any(_same(attribution, other) for other in kept):
            kept.append(attribution)
    return kept


def _same(one: Attribution, other: Attribution) -> bool:
    a = sum(last - first for first, last in one.content)
    b = sum(last - first for first, last in other.content)
    common = sum(
        max(0, min(l1, l2) - max(f1, f2))
        for f1, l1 in one.content
        for f2, l2 in other.content
    )
    return common * 2 > max(a, b)
