"""Cues: the words of a sentence that can attribute a content to a source.

In: tokens, what is quoted, a profile. Out: :class:`CueUse` objects in order: which entry of the
lexicon a word is here, with its companions, its auxiliaries, and whether it is negated or passive.
Knows nothing of who speaks and of what is said.
"""

from __future__ import annotations

from attrs import define

from newsmodel.languages.byword import ByWord
from newsmodel.languages.profile import CueForm, Form
from newsmodel.languages.schema import Cue, CueType, Frame
from newsmodel.parsing.reading import Reading

#: How far from its verb a companion may stand, in tokens.
COMPANION_REACH = 16

#: The words of a companion.
_WORDS: ByWord[list[str]] = ByWord(str.split)


@define(slots=True, eq=False)
class CueUse:
    """A cue at work; every number counts tokens.

    ``at`` is its main word, ``start`` and ``end`` bound what stands together with it (auxiliaries
    before, a companion right after). ``finite`` is the finite verb of its clause.
    """

    at: int
    start: int
    end: int
    cue: Cue
    form: Form
    companions: tuple[int, ...] = ()
    finite: int = -1
    negated: bool = False
    passive: bool = False
    modal: bool = False

    @property
    def share(self) -> float:
        """The part of the occurrences of such a form that are cues."""
        if self.form in (Form.PAST, Form.GERUND) and self.cue.past_share is not None:
            return max(self.cue.share, self.cue.past_share)
        return self.cue.share

    @property
    def tokens(self) -> tuple[int, ...]:
        """The tokens that are the cue."""
        return tuple(sorted({*range(self.start, self.end), *self.companions}))


def find(reading: Reading, first: int, last: int) -> list[CueUse]:
    """The cues among the tokens from ``first`` up to, not including, ``last``; none in quotes."""
    norms, quoted = reading.tokens.norms, reading.quoted
    lexicon, phrases = reading.profile.cues, reading.profile.cue_phrases.by_first
    prepositions = reading.profile.words.prepositions
    found: list[CueUse] = []
    skip = first
    companions: set[int] = set()
    for i in [i for i in range(first, last) if norms[i] in lexicon or norms[i] in phrases]:
        norm = norms[i]
        if i < skip or quoted[i] or reading.timed[i] or i in companions:
            continue
        if norm in phrases:
            use = _phrase(reading, i, last)
            if use is not None:
                found.append(use)
                skip = use.end
                continue
        forms = lexicon.get(norm)
        if (
            forms is not None
            and norm not in prepositions
            and (not reading.nominal[i] or forms[0].cue.type is CueType.NOUN)
        ):
            use = _word(reading, i, first, last, forms)
            if use is not None:
                found.append(use)
                companions.update(use.companions)
    return found


def _phrase(reading: Reading, i: int, last: int) -> CueUse | None:
    match = reading.profile.cue_phrases.match(reading.tokens.norms, i, last)
    if match is None:
        return None
    return CueUse(i, i, i + match[0], match[1], Form.NOUN)


def _word(
    reading: Reading, i: int, first: int, last: int, forms: tuple[CueForm, ...]
) -> CueUse | None:
    """The entry that the context of a word chooses: one whose companion is there before others."""
    noun = _is_noun(reading, i, first)
    if not noun and i > first and _is_determined(reading, i - 1):
        return None  # "the show", "his comments": no verb, whatever the lexicon has it for
    best: CueUse | None = None
    for form in forms:
        if (form.cue.type is CueType.NOUN) is not noun:
            continue
        if best is not None and len(best.companions) > 0 and not form.cue.with_:
            break
        if noun:
            return CueUse(i, i, i + 1, form.cue, Form.NOUN)
        companions: tuple[int, ...] = ()
        glued = form.form is Form.GERUND and bool(form.cue.joined)
        if form.cue.with_ and form.form is not Form.JOINED and not glued:
            stands = _companions(reading, i, first, last, form)
            if stands is None:
                continue
            companions = stands
        if best is not None and len(companions) <= len(best.companions):
            continue
        if set(form.cue.frames) == {Frame.NP} and _takes_clause(reading, companions, last):
            continue
        use = CueUse(i, i, i + 1, form.cue, form.form, companions, i)
        if _verb_group(reading, use, first, last, forms):
            if not companions:
                return best or use
            best = use  # "went on to say" is more than "went on"
    return best


def _takes_clause(reading: Reading, companions: tuple[int, ...], last: int) -> bool:
    """ "insisted on Monday that": the preposition is none of a cue that takes an object."""
    if not companions:
        return False
    words, complementizers = reading.tokens.words, reading.profile.words.complementizers
    for i in range(companions[-1] + 1, min(last, companions[-1] + 6)):
        if not words[i][0].isalnum():
            return False
        if complementizers.get(reading.tokens.norms[i]) == "that":
            return True
    return False


def _is_determined(reading: Reading, before: int) -> bool:
    """Whether an article or a possessive stands there, so that a noun follows."""
    norm, closed = reading.tokens.norms[before], reading.profile.words
    return (norm in closed.articles and norm not in closed.pronouns) or (
        norm in closed.possessives
        and norm not in closed.pronouns
        and norm not in closed.auxiliaries
    )


def _is_noun(reading: Reading, i: int, first: int) -> bool:
    """Whether a word that may be noun or verb is the noun: a determiner or genitive before it."""
    norms, words = reading.tokens.norms, reading.profile.words
    forms = reading.profile.cues[norms[i]]
    if all(f.cue.type is CueType.NOUN for f in forms):
        return True
    if all(f.cue.type is not CueType.NOUN for f in forms):
        return False
    if i > first and (reading.nominal[i - 1] or _opens_speech(reading, i)):
        return False  # "The World Bank forecasts": a subject stands right before it
    for j in range(i - 1, max(first, i - 3) - 1, -1):
        if norms[j] in words.determiners or norms[j] == "'s":
            return norms[j] not in words.pronouns or norms[j] in words.possessives
        if norms[j] in words.function_words or not norms[j][0].isalpha():
            break
    if any(f.form is Form.GERUND for f in forms) and i + 1 < len(norms):
        return norms[i + 1] in words.of  # "by warning that", not "on warning of"
    return bool(i > first and norms[i - 1] in words.prepositions and norms[i - 1] not in words.to)


def _opens_speech(reading: Reading, i: int) -> bool:
    """ "The memo claims “we won”", "The advert claims that": after a noun, before its content."""
    norms, closed = reading.tokens.norms, reading.profile.words
    if norms[i - 1] in closed.function_words or norms[i - 1] == "'s":
        return False
    return norms[i].endswith("s") and not closed.verb_second and i + 1 in reading.opening


def _companions(
    reading: Reading, i: int, first: int, last: int, form: CueForm
) -> tuple[int, ...] | None:
    """The tokens of the companion that stands with the verb at ``i``, or None."""
    norms, words = reading.tokens.norms, reading.tokens.words
    limit = min(last, i + COMPANION_REACH)
    near = norms[max(first, i - 3) : limit]
    for alternative in form.cue.with_:
        wanted = _WORDS[alternative]
        if wanted[-1] not in near:
            continue
        at, places = i + 1, []
        for word in wanted:
            while at < limit and (norms[at] != word or reading.quoted[at]):
                if words[at] in ";:" or (norms[at] in reading.profile.words.complementizers):
                    at = limit
                    break
                at += 1
            if at >= limit:
                break
            places.append(at)
            at += 1
        if len(places) == len(wanted) and (
            _closes_clause(reading, form, i, places, last)
            or _governs_object(reading, form, i, places)
        ):
            return tuple(places)
        before = i - len(wanted)
        if before >= first and norms[before:i] == wanted and form.cue.joined == ():
            if len(wanted) == 1 and norms[i - 1] in reading.profile.words.expletives:
                return (i - 1,)
    return None


def _governs_object(reading: Reading, form: CueForm, i: int, places: list[int]) -> bool:
    """ "accused its neighbour of arming": the preposition that a cue's object is followed by."""
    frames = form.cue.frames
    if not {Frame.OF, Frame.ON, Frame.PREDICATE, Frame.OBJECT_INFINITIVE}.intersection(frames):
        return False
    words, norms, closed = reading.tokens.words, reading.tokens.norms, reading.profile.words
    if norms[i + 1] in closed.prepositions:
        return False
    if (
        norms[places[0]] in closed.prepositions
        and norms[places[0]] not in closed.to
        and not {Frame.OF, Frame.ON, Frame.PREDICATE}.intersection(frames)
        and not closed.verb_second
    ):
        return False  # "calls her record “a model” for": not "calls for"
    return (
        len(places) == 1
        and places[0] - i <= 9
        and not any(
            words[j] in ",;:" or (norms[j] in closed.relatives and j > i + 1)
            for j in range(i + 1, places[0])
        )
        and (norms[places[0]] not in closed.to or _may_be_infinitive(reading, places[0] + 1))
    )


def _may_be_infinitive(reading: Reading, i: int) -> bool:
    """ "told her to leave", not "told her about his visit to Rome"."""
    if i >= len(reading.tokens) or i in reading.opening:
        return True
    norm, closed = reading.tokens.norms[i], reading.profile.words
    return not (
        reading.nominal[i]
        or reading.tokens.words[i][0].isupper()
        or norm in closed.determiners
        or norm in closed.prepositions
    )


def _closes_clause(reading: Reading, form: CueForm, i: int, places: list[int], last: int) -> bool:
    """A companion right after its verb is one; a distant one must end a stretch of the clause."""
    if places[-1] - i <= len(places) + 1:
        return True
    norms, closed = reading.tokens.norms, reading.profile.words
    if (
        not closed.verb_second
        and len(places) == 1
        and norms[places[0]] in closed.prepositions
        and not {Frame.OF, Frame.ON, Frame.PREDICATE}.intersection(form.cue.frames)
    ):
        # "called the talks on Sunday “a farce”": not "called on".
        return all(norms[j] in closed.light or reading.timed[j] for j in range(i + 1, places[0]))
    if len(places) > 1 and places[0] == i + 1:
        return True
    after = places[-1] + 1
    if after >= last or not reading.tokens.words[after][0].isalnum():
        return True
    norm = norms[after]
    return (
        norm in closed.complementizers
        or norm in closed.subordinators
        or norm in closed.to
        or norm in closed.om
        or norm in closed.and_
        or (norm in closed.determiners and len(places) > 1)
    )


def _verb_group(
    reading: Reading, use: CueUse, first: int, last: int, forms: tuple[CueForm, ...]
) -> bool:
    """Reads the auxiliaries around a verb; False where it is none of a cue's uses."""
    norms, closed = reading.tokens.norms, reading.profile.words
    form = use.form
    may_participate = form is Form.PARTICIPLE or any(f.form is Form.PARTICIPLE for f in forms)
    auxiliary = _auxiliary_before(reading, use.at, first)
    if form is Form.INFINITIVE and any(f.finite and f.cue is use.cue for f in forms):
        form = Form.PRESENT
    if auxiliary is not None:
        kind = closed.auxiliaries[norms[auxiliary]]
        use.finite = auxiliary
        use.negated = any(
            norms[j] in closed.verb_negations for j in range(auxiliary, min(use.at + 2, last))
        )
        if kind == "have" and closed.verb_second and use.companions:
            use.form = Form.PARTICIPLE  # "heeft laten weten": an infinitive for the participle
        elif kind == "have" and (may_participate or form is Form.JOINED):
            use.form = Form.PARTICIPLE
        elif kind == "be" and (may_participate or form is Form.JOINED):
            use.form, use.passive = Form.PARTICIPLE, True
        elif kind == "be" and form is Form.GERUND:
            use.form = Form.PRESENT  # "is telling voters that"
        elif kind in ("modal", "do"):
            use.modal = kind == "modal"
        elif form in (Form.PRESENT, Form.PAST):
            use.finite = use.at
            use.negated = False
        else:
            return False
        if use.finite == auxiliary and use.at - auxiliary <= 3:
            use.start = (
                auxiliary
                if all(
                    norms[j] in closed.light
                    or norms[j] in closed.auxiliaries
                    or norms[j] in closed.negations
                    for j in range(auxiliary + 1, use.at)
                )
                else use.at
            )
        return True
    if form in (Form.PRESENT, Form.PAST):
        if use.at > first and norms[use.at - 1] in closed.to:
            return False  # "declined to say": no finite verb
        use.form = form
        after = use.at + 1
        use.negated = (after < last and norms[after] in closed.verb_negations) or (
            use.at > first and norms[use.at - 1] in closed.verb_negations
        )
        return True
    if form is Form.GERUND:
        return True
    if form is Form.JOINED or form is Form.PARTICIPLE:
        after = use.at + 1
        if after < last and norms[after] in closed.auxiliaries:
            use.finite = after
            use.passive = closed.auxiliaries[norms[after]] == "be"
            use.form = Form.PARTICIPLE if may_participate else Form.PRESENT
            return True
        return form is Form.JOINED and not may_participate
    return False


def _may_be_adverb(reading: Reading, i: int) -> bool:
    """ "has increasingly decried": a word between auxiliary and participle, and no verb itself."""
    closed = reading.profile.words
    norm = reading.tokens.norms[i]
    return (
        reading.tokens.words[i][0].islower()
        and not reading.nominal[i]
        and not norm.endswith(closed.finite_suffixes)
        and norm not in reading.profile.past_words
    )


def _auxiliary_before(reading: Reading, at: int, first: int) -> int | None:
    """The auxiliary whose verb stands at ``at``: right before it, or across a clause's middle."""
    norms, words, closed = reading.tokens.norms, reading.tokens.words, reading.profile.words
    for j in range(at - 1, max(first, at - closed.auxiliary_reach) - 1, -1):
        if closed.verb_second and reading.quoted[j]:
            continue  # "heeft dat “een klucht” genoemd"
        if norms[j] in closed.auxiliaries:
            return j
        if not closed.verb_second and not (
            norms[j] in closed.light
            or norms[j] in closed.negations
            or norms[j] in closed.pronouns
            or (j == at - 1 and norms[j] in closed.function_words)
            or (j == at - 1 and _may_be_adverb(reading, j))
        ):
            return None
        if not words[j][0].isalnum() or reading.quoted[j] or norms[j] in closed.complementizers:
            return None
        if norms[j] in closed.coordinators or norms[j] in closed.to:
            return None
    return None
