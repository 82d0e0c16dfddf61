"""Cues: the words of a sentence that can attribute a content to a source.

In: tokens, what is quoted, a profile. Out: :class:`CueUse` objects in order: which entry of the
lexicon a word is here, with its companions, its auxiliaries, and whether it is negated or passive.
Knows nothing of who speaks and of what is said.
"""

from __future__ import annotations

from bisect import bisect_left

from attrs import define

from newsmodel.languages.profile import Form, Profile
from newsmodel.languages.schema import Cue
from newsmodel.parsing.cuewords import CueWord, Grouping, Hearers, Verb, cue_words, hearers
from newsmodel.parsing.reading import Reading

#: How far from its verb a companion may stand, in tokens; and where it closes a bracket that the
#: verb opens ("liet …, woordvoerder van …, weten").
COMPANION_REACH = 16
BRACKET_REACH = 26
#: How far the end of an aside on an object may be from a preposition in it, in tokens.
ASIDE_REACH = 6
#: How far behind an infinitive the quotation opens that makes it a cue, in tokens.
QUOTATION_REACH = 16

#: How long the subject between a quotation and "likes to say" can be, in tokens.
SUBJECT_REACH = 9

#: As plain numbers, which are compared many times a sentence.
_AUXILIARY, _MIDDLE = int(Grouping.AUXILIARY), int(Grouping.MIDDLE)
_FUNCTION, _BARRIER = int(Grouping.FUNCTION), int(Grouping.BARRIER)
_DETERMINER, _POSSESSIVE = int(Grouping.DETERMINER), int(Grouping.POSSESSIVE)
_ENDS_SEARCH = _AUXILIARY | _BARRIER
#: As plain names, which cost less to read than members of their class.
_PRESENT, _PAST, _INFINITIVE = Form.PRESENT, Form.PAST, Form.INFINITIVE
_PARTICIPLE, _GERUND, _JOINED, _NOUN = Form.PARTICIPLE, Form.GERUND, Form.JOINED, Form.NOUN


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
    hearers: Hearers
    companions: tuple[int, ...] = ()
    finite: int = -1
    negated: bool = False
    passive: bool = False
    modal: bool = False

    @property
    def share(self) -> float:
        """The part of the occurrences of such a form that are cues."""
        cue = self.cue
        if cue.past_share is not None and (self.form is _PAST or self.form is _GERUND):
            return max(cue.share, cue.past_share)
        return cue.share

    @property
    def tokens(self) -> tuple[int, ...]:
        """The tokens that are the cue."""
        if not self.companions:
            return tuple(range(self.start, self.end))
        return tuple(sorted({*range(self.start, self.end), *self.companions}))


class CueFinder:
    """Finds the cues of one text, sentence by sentence."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.norms = reading.tokens.norms
        self.profile: Profile = reading.profile
        self.closed = closed = reading.profile.words
        look_ups = cue_words(reading.profile)
        self.cues, self.groups = look_ups.cues, look_ups.groups
        self.reach = BRACKET_REACH if closed.verb_second else COMPANION_REACH
        #: Where a word is that can be a cue.
        self.places = self.cues.places(self.norms)

    def find(self, first: int, last: int) -> list[CueUse]:
        """The cues from token ``first`` up to, not including, ``last``; none in quotes."""
        found: list[CueUse] = []
        companions: tuple[int, ...] = ()
        skip = first
        reading, norms, places = self.reading, self.norms, self.places
        low = bisect_left(places, first)
        for i in places[low : bisect_left(places, last, low)]:
            if i < skip or reading.quoted[i] or reading.timed[i] or i in companions:
                continue
            cue = self.cues[norms[i]]
            if cue is None:
                continue
            if cue.phrase or norms[i + 1 if i + 1 < last else i] in cue.seconds:
                match = self.profile.cue_phrases.match(norms, i, last)
                if match is not None:
                    skip = i + match[0]
                    listed = match[1]
                    found.append(CueUse(i, i, skip, listed, _NOUN, hearers(listed.addressee)))
                    continue
            if not cue.word:
                continue
            verbal = not reading.nominal[i] or self._is_verb(i, first, last)
            if verbal or cue.noun_first:
                use = self._word(i, first, last, cue)
                if use is not None and (verbal or use.form is _NOUN):
                    found.append(use)
                    companions += use.companions
        return found

    def _is_verb(self, i: int, first: int, last: int) -> bool:
        """ "they state that": a noun elsewhere, but here right behind a subject and before what it
        says."""
        closed, words = self.closed, self.reading.tokens.words
        if i == first or i + 1 >= last or not words[i][0].islower():
            return False
        pronoun = closed.pronouns.get(self.norms[i - 1])
        if pronoun is not None and pronoun.subject:
            return self.norms[i - 1] not in closed.determiners
        return bool(self.reading.nominal[i - 1]) and (
            i + 1 in self.reading.opening
            or words[i + 1] in ".,:"
            or closed.complementizers.get(self.norms[i + 1]) == "that"
        )

    def _word(self, i: int, first: int, last: int, word: CueWord) -> CueUse | None:
        """The entry that the context chooses: one whose companion is there before others."""
        noun = word.noun
        if noun is not None and (not word.verbs or _is_noun(self.reading, i, first, word)):
            return CueUse(i, i, i + 1, noun.cue, _NOUN, hearers(noun.cue.addressee))
        if not word.verbs or (i > first and self.groups[self.norms[i - 1]] & _DETERMINER):
            return None  # "the show", "his comments": no verb, whatever the lexicon has it for
        verbs, limit = word.verbs, i + self.reach
        if limit > last:
            limit = last
        near: frozenset[str] = word.companions
        if near:
            near = near.intersection(self.norms[i - 3 if i - 3 > first else first : limit])
            if not near:
                verbs = word.plain
            elif len(near) == 1:
                (end,) = near
                verbs = word.beside[end]
        best: CueUse | None = None
        for verb in verbs:
            cue = verb.form.cue
            if best is not None and not cue.with_:
                break
            companions: tuple[int, ...] = ()
            if verb.companions:
                if near.isdisjoint(verb.ends):
                    continue
                stands = _companions(self.reading, i, first, (limit, last), verb, near)
                if stands is None:
                    continue
                companions = stands
            if best is not None and len(companions) <= len(best.companions):
                continue
            if companions and verb.only_object and _takes_clause(self.reading, companions, last):
                continue
            use = CueUse(i, i, i + 1, cue, verb.form.form, verb.hearers, companions, i)
            if self._verb_group(use, first, last, word, verb):
                if not companions:
                    return best or use
                best = use  # "went on to say" is more than "went on"
        return best

    def _verb_group(self, use: CueUse, first: int, last: int, word: CueWord, verb: Verb) -> bool:
        """Reads the auxiliaries around a verb; False where it is none of a cue's uses."""
        norms, closed, groups = self.norms, self.closed, self.groups
        form = use.form
        auxiliary = self._auxiliary_before(use.at, first)
        if form is _INFINITIVE and verb.finite_too:
            form = _PRESENT
        if auxiliary is not None:
            if not self._with_auxiliary(use, auxiliary, form, word, last):
                return False
            if use.finite == auxiliary and use.at - auxiliary <= 3:
                close = all(
                    groups[norms[j]] & _AUXILIARY
                    or norms[j] in closed.light
                    or norms[j] in closed.negations
                    for j in range(auxiliary + 1, use.at)
                )
                use.start = auxiliary if close else use.at
            return True
        if form is _PAST or form is _PRESENT:
            before = norms[use.at - 1] if use.at > first else ""
            if before in closed.to:
                # "declined to say": no finite verb, but "went on to call it “Q”"
                use.form = _INFINITIVE
                return self._ends_clause(use, first) or self._opens_quotation(use.at + 1, last)
            use.form = form
            after = norms[use.at + 1] if use.at + 1 < last else ""
            use.negated = after in closed.verb_negations or before in closed.verb_negations
            if closed.verb_second and use.companions:
                use.negated = use.negated or norms[use.companions[0] - 1] in closed.verb_negations
            return True
        if form is _GERUND:
            if self._is_progressive(use.at, first):
                use.form, use.finite = _PRESENT, use.at - 1
            return True
        if form is _JOINED or form is _PARTICIPLE:
            after_it = use.at + 1
            if after_it < last and groups[norms[after_it]] & _AUXILIARY:
                use.finite = after_it
                use.passive = closed.auxiliaries[norms[after_it]] == "be"
                use.form = _PARTICIPLE if word.participle else _PRESENT
                return True
            return form is _JOINED and not word.participle
        return False

    def _is_progressive(self, i: int, first: int) -> bool:
        """ "he's telling voters that": a contracted auxiliary between a pronoun and a gerund."""
        if i < first + 2 or self.norms[i - 1] != "'s":
            return False
        pronoun = self.closed.pronouns.get(self.norms[i - 2])
        return pronoun is not None and pronoun.subject

    def _opens_quotation(self, i: int, last: int) -> bool:
        opening = self.reading.opening
        return any(j in opening for j in range(i, min(last, i + QUOTATION_REACH)))

    def _ends_clause(self, use: CueUse, first: int) -> bool:
        """ "“Q,” X likes to say": the verb before an infinitive's marker, of a subject right behind
        a quotation, makes it a cue."""
        reading, closed = self.reading, self.closed
        verb = use.at - 2
        if closed.verb_second or verb <= first or self.norms[verb] in closed.function_words:
            return False
        if not reading.tokens.words[verb][0].islower():
            return False
        start = verb - 1 if self.groups[self.norms[verb - 1]] & _AUXILIARY else verb
        for j in range(start - 1, max(first, start - SUBJECT_REACH) - 1, -1):
            if j in reading.closing:
                use.start = use.finite = start
                use.form = _PRESENT
                return True
            if reading.quoted[j]:
                return False
        return False

    def _with_auxiliary(
        self, use: CueUse, auxiliary: int, form: Form, word: CueWord, last: int
    ) -> bool:
        """Settles what a verb is after its auxiliary; False where that is none of a cue's uses."""
        norms, closed = self.norms, self.closed
        kind = closed.auxiliaries[norms[auxiliary]]
        joins = word.participle or form is _PARTICIPLE or form is _JOINED
        use.finite = auxiliary
        # "gevraagd niet te stemmen": what follows a participle is none of it.
        end = use.at + 2 if form is not _PARTICIPLE and use.at + 2 < last else use.at
        around = norms[auxiliary:end]
        use.negated = not closed.verb_negations.isdisjoint(around)
        if kind == "have" and closed.verb_second and use.companions:
            use.form = _PARTICIPLE  # "heeft laten weten": an infinitive for the participle
        elif kind == "have" and joins:
            use.form = _PARTICIPLE
        elif kind == "be" and joins:
            use.form, use.passive = _PARTICIPLE, True
        elif kind == "be" and form is _GERUND:
            use.form = _PRESENT  # "is telling voters that"
        elif kind in ("modal", "do"):
            use.modal = kind == "modal"
        elif form is _PAST or form is _PRESENT:
            use.finite = use.at
            use.negated = False
        else:
            return False
        return True

    def _owns(self, i: int, at: int, floor: int) -> bool:
        """ "heeft zijn achterban opgeroepen": an auxiliary that is a possessive too, before a noun
        and behind the clause's own auxiliary."""
        groups, norms = self.groups, self.norms
        if i + 1 >= at or groups[norms[i + 1]] & _FUNCTION or self.reading.timed[i + 1]:
            return False
        for j in range(i - 1, floor - 1, -1):
            if groups[norms[j]] & _ENDS_SEARCH:
                return bool(groups[norms[j]] & _AUXILIARY)
        return False

    def _auxiliary_before(self, at: int, first: int) -> int | None:
        """The auxiliary whose verb is at ``at``: right before it, or across a clause's middle."""
        groups, norms, quoted = self.groups, self.norms, self.reading.quoted
        floor = at - self.closed.auxiliary_reach
        if floor < first:
            floor = first
        verb_second = self.closed.verb_second
        for j in range(at - 1, floor - 1, -1):
            group = groups[norms[j]]
            if verb_second:
                if group & _ENDS_SEARCH and not quoted[j]:  # "heeft dat “een klucht” genoemd"
                    if group & _AUXILIARY and group & _POSSESSIVE and self._owns(j, at, floor):
                        continue
                    return j if group & _AUXILIARY else None
                continue
            if group & _AUXILIARY:
                return j
            if group & _BARRIER or quoted[j]:
                return None
            if not group & _MIDDLE and (
                j < at - 1 or not (group & _FUNCTION or _may_be_adverb(self.reading, j))
            ):
                return None
        return None


def _takes_clause(reading: Reading, companions: tuple[int, ...], last: int) -> bool:
    """ "insisted on Monday that": the preposition is none of a cue that takes an object."""
    words, complementizers = reading.tokens.words, reading.profile.words.complementizers
    for i in range(companions[-1] + 1, min(last, companions[-1] + 6)):
        if not words[i][0].isalnum():
            return False
        if complementizers.get(reading.tokens.norms[i]) == "that":
            return True
    return False


def _is_noun(reading: Reading, i: int, first: int, word: CueWord) -> bool:
    """Whether a word that may be noun or verb is the noun: a determiner or genitive before it."""
    norms, words = reading.tokens.norms, reading.profile.words
    if i > first and (reading.nominal[i - 1] or _opens_speech(reading, i)):
        # "The World Bank forecasts": a subject stands right before it; not so "A UN report of".
        return _is_modified(reading, i)
    for j in range(i - 1, max(first, i - 3) - 1, -1):
        if norms[j] in words.determiners or norms[j] == "'s":
            return norms[j] not in words.pronouns or norms[j] in words.possessives
        if norms[j] in words.function_words or not norms[j][0].isalpha():
            break
    if word.gerund and i + 1 < len(norms):
        return norms[i + 1] in words.of  # "by warning that", not "on warning of"
    return bool(i > first and norms[i - 1] in words.prepositions and norms[i - 1] not in words.to)


def _is_modified(reading: Reading, i: int) -> bool:
    """Whether an indefinite article stands before a noun for one and a word without the ending that
    a verb would have behind it."""
    norms, closed = reading.tokens.norms, reading.profile.words
    return (
        bool(closed.singular_suffixes)
        and not closed.verb_second
        and not norms[i].endswith(closed.singular_suffixes)
        and norms[i] not in reading.profile.past_words
        and norms[i - 2] in closed.indefinite
        and norms[i - 2] in closed.articles
    )


def _opens_speech(reading: Reading, i: int) -> bool:
    """ "The memo claims “we won”", "The advert claims that": after a noun, before its content."""
    norms, closed = reading.tokens.norms, reading.profile.words
    if norms[i - 1] in closed.function_words or norms[i - 1] == "'s":
        return False
    return norms[i].endswith("s") and not closed.verb_second and i + 1 in reading.opening


def _companions(
    reading: Reading, i: int, first: int, limits: tuple[int, int], verb: Verb, near: frozenset[str]
) -> tuple[int, ...] | None:
    """The tokens of the companion that stands with the verb at ``i``, or None."""
    norms, words, closed = reading.tokens.norms, reading.tokens.words, reading.profile.words
    limit, last = limits
    # "maakte dat bekend": right after its verb "dat" takes up what was said before.
    taken_up = i + 1 if closed.verb_second else -1
    for wanted in verb.companions:
        if wanted[-1] not in near:
            continue
        at, places = i + 1, []
        for word in wanted:
            while at < limit and (
                norms[at] != word
                or reading.quoted[at]
                or (verb.governs and _is_in_aside(words, i, at, last))
            ):
                if (
                    words[at] in ";:"
                    or (words[at] == "," and norms[at + 1] in closed.and_)
                    or (norms[at] in closed.complementizers and at != taken_up)
                ):
                    at = limit
                    break
                at += 1
            if at >= limit:
                break
            places.append(at)
            at += 1
        if len(places) == len(wanted) and reading.quantities_at(places[-1]):
            continue  # "er zijn zeker twintig piraten": a bound of a number
        if len(places) == len(wanted) and (
            _closes_clause(reading, verb, i, places, last)
            or _governs_object(reading, verb, i, places)
        ):
            return tuple(places)
        before = i - len(wanted)
        if before >= first and norms[before:i] == wanted and not verb.form.cue.joined:
            if len(wanted) == 1 and (
                norms[i - 1] in closed.expletives
                or (verb.governs and closed.verb_second and norms[i - 1] not in closed.prepositions)
            ):
                return (i - 1,)  # "heeft X ervan beschuldigd"
    return None


def _is_in_aside(words: list[str], verb: int, at: int, last: int) -> bool:
    """ "accused the minister, a cousin of the president, of": between the two commas of an aside on
    the object."""
    return (
        words[verb + 1 : at].count(",") == 1
        and at + 1 < last
        and "," in words[at : min(last, at + ASIDE_REACH)]
    )


def _governs_object(reading: Reading, verb: Verb, i: int, places: list[int]) -> bool:
    """ "accused its neighbour of arming": the preposition that a cue's object is followed by."""
    if not verb.governs and not verb.governs_infinitive:
        return False
    norms, words, closed = reading.tokens.norms, reading.tokens.words, reading.profile.words
    if norms[i + 1] in closed.prepositions:
        return False
    if (
        norms[places[0]] in closed.prepositions
        and norms[places[0]] not in closed.to
        and not verb.governs
        and not closed.verb_second
    ):
        return False  # "calls her record “a model” for": not "calls for"
    return (
        len(places) == 1
        and (places[0] - i <= 9 or words[places[0] - 1] == ",")
        and not _is_parted(reading, i + 1, places[0])
        and (norms[places[0]] not in closed.to or _may_be_infinitive(reading, places[0] + 1))
    )


def _is_parted(reading: Reading, first: int, last: int) -> bool:
    """Whether a mark or a relative parts a verb from the preposition of its object; not so the two
    commas around an aside on the object ("accused the mayor, X, of")."""
    words, norms, closed = reading.tokens.words, reading.tokens.norms, reading.profile.words
    commas = 0
    for j in range(first, last):
        if words[j] == ",":
            commas += 1
        elif words[j] in ";:" or (norms[j] in closed.relatives and j > first and not commas):
            return True
    return commas > 0 and (commas != 2 or words[last - 1] != ",")


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


def _closes_clause(reading: Reading, verb: Verb, i: int, places: list[int], last: int) -> bool:
    """A companion right after its verb is one; a distant one must end a stretch of the clause."""
    if places[-1] - i <= len(places) + 1:
        return True
    norms, closed = reading.tokens.norms, reading.profile.words
    if (
        not closed.verb_second
        and len(places) == 1
        and norms[places[0]] in closed.prepositions
        and not verb.governs
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
        or (
            closed.verb_second  # "liet X weten aan Y": what follows the bracket
            and norm in closed.prepositions
            and norms[places[-1]] not in closed.prepositions
        )
    )


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
