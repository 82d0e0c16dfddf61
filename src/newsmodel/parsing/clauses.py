"""Clauses: the stretches of a sentence that have a verb of their own.

In: a reading and the contents of its attributions. Out: the clauses of a sentence, each the tokens
that are its own: a relative clause is taken out of the clause around it, the content of a statement
out of the clause that reports it. Knows no word of any language and nothing of forces.

    sentence := domain {domain}          a domain is a statement's content, or what is around it
    domain   := clause {";" | ":" | and-with-verb clause}
    clause   := tokens {"," embedded ","}
"""

from __future__ import annotations

from enum import StrEnum, auto
from itertools import compress, pairwise

from attrs import define, field

from newsmodel.parsing.forcewords import CLAUSE_ENDS, Mark, force_words
from newsmodel.parsing.reading import Reading
from newsmodel.parsing.statements import Attribution


class ClauseKind(StrEnum):
    """How a clause hangs together with the one around it."""

    MAIN = auto()
    JOINED = auto()
    """Joined by "and", without a subject of its own."""
    RELATIVE = auto()
    SUBORDINATE = auto()
    INFINITIVE = auto()
    ASIDE = auto()


@define(slots=True, eq=False)
class Clause:
    """One clause; ``tokens`` are its own, in order, without what is embedded in it."""

    kind: ClauseKind
    parent: Clause | None
    opener: int
    attribution: Attribution | None
    sentence: int
    tokens: list[int] = field(factory=list)
    has_verb: bool = False
    #: What any of its words can be (:class:`~newsmodel.parsing.forcewords.Mark`), once asked for.
    marks: int = -1
    _own: frozenset[int] | None = field(default=None, init=False, repr=False)

    @property
    def own(self) -> frozenset[int]:
        """Its tokens, to ask whether one belongs to it; asked once all have been given to it."""
        if self._own is None:
            self._own = frozenset(self.tokens)
        return self._own

    @property
    def first(self) -> int:
        """Its first token; of a clause that has none of its own, where it opens."""
        return self.tokens[0] if self.tokens else self.opener

    @property
    def last(self) -> int:
        """The token after its last one."""
        return self.tokens[-1] + 1 if self.tokens else self.opener


#: Attributions of these constructions report a clause; the content of others is part of theirs.
_MERGED = frozenset({"infinitive"})
#: In these what is reported goes on around the source, which is an aside in it.
_ASIDES = frozenset({"according to"})


#: The stretches of a statement's content in a sentence, or of what is around it.
_Domain = tuple[Attribution | None, list[tuple[int, int]]]
#: A stretch of a statement's content, in an order in which the outer come before the inner: its
#: first token, the negative of the one after its last, its number, and the statement.
_Content = tuple[int, int, int, Attribution]
#: As plain numbers, which are compared once for most tokens.
_FINITE, _VERBAL = int(Mark.FINITE), int(Mark.FINITE | Mark.SUFFIXED)
_BREAK, _TURN = int(Mark.BREAK), int(Mark.BREAK | Mark.OPENER)
#: A finite verb may be one too many for a relative clause.
_RELATIVE_TURN = _TURN | _FINITE
_SAYS, _STOPS = int(Mark.SAYS), int(Mark.STOPS)
_ASIDE_MARKS = _SAYS | _STOPS
# Asked for most clauses, and an enum is slow to ask for its members.
_MAIN, _RELATIVE, _ASIDE = ClauseKind.MAIN, ClauseKind.RELATIVE, ClauseKind.ASIDE
_EMBEDDED = frozenset({ClauseKind.RELATIVE, ClauseKind.SUBORDINATE, ClauseKind.INFINITIVE})


class ClauseFinder:
    """Splits the sentences of one text."""

    def __init__(self, reading: Reading, attributions: list[Attribution], marks: list[int]) -> None:
        self.tokens = reading.tokens
        self.marks = marks
        #: The contents that reach into a sentence, by its number.
        self.contents: dict[int, list[_Content]] = {}
        #: The tokens of sources that are asides in what they report, with their cues.
        self.asides: set[int] = set()
        self.reported: dict[int, Attribution] = {}
        for attribution in attributions:
            if attribution.pattern in _ASIDES:
                self._put_aside(attribution)
            elif attribution.pattern not in _MERGED:
                self._distribute(attribution)
        self.splitter = _Splitter(reading, marks, self.asides)

    def _put_aside(self, attribution: Attribution) -> None:
        """Of a statement whose source is an aside in it: what is its source, and what reported."""
        source = attribution.source
        if source is not None:
            self.asides.update(attribution.cue_tokens, range(source.first, source.last))
        for first, last in attribution.content:
            for i in range(first, last):
                self.reported[i] = attribution

    def _distribute(self, attribution: Attribution) -> None:
        """Puts each stretch of a statement's content down for the sentences that it is in."""
        tokens, contents = self.tokens, self.contents
        sentences, parts = tokens.sentences, attribution.content
        for first, last in parts:
            if last - first <= 2 and len(parts) == 1:
                continue
            number = attribution.sentence
            low, high = sentences[number]
            if low <= first and last <= high:
                found = contents.setdefault(number, [])
                found.append((first, -last, len(found), attribution))
                continue
            number = tokens.sentence_of(first)
            while number < len(sentences) and sentences[number][0] < last:
                found = contents.setdefault(number, [])
                found.append((first, -last, len(found), attribution))
                number += 1

    def is_finite(self, i: int) -> bool:
        """Whether a token can be the finite verb of its clause."""
        return bool(self.marks[i] & _FINITE)

    def attribution_at(self, clause: Clause, i: int) -> Attribution | None:
        """The statement that a token is part of the content of."""
        if clause.attribution is not None:
            return clause.attribution
        return self.reported.get(i)

    def clauses(self, number: int) -> list[Clause]:
        """The clauses of one sentence, in the order in which they begin."""
        first, last = self.tokens.sentences[number]
        found: list[Clause] = []
        for attribution, parts in self._domains(first, last, number):
            if parts:
                found += self.splitter.split(attribution, number, parts)
        if len(found) > 1:
            found = [clause for clause in found if clause.tokens]
            found.sort(key=_first)
        return found

    def _domains(self, first: int, last: int, number: int) -> list[_Domain]:
        """The tokens of each content in a sentence, the innermost counting, and the rest."""
        contents = self.contents.get(number)
        if contents is None:
            domains: list[_Domain] = [(None, [(first, last)])]
        elif len(contents) == 1:
            domains = _around(contents[0], first, last)
        else:
            domains = _of_contents(sorted(contents), first, last)
        if self.asides and not self.asides.isdisjoint(range(first, last)):
            return [(holder, self._without_asides(parts)) for holder, parts in domains]
        return domains

    def _without_asides(self, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for low, high in parts:
            for i in range(low, high):
                if i in self.asides:
                    continue
                if found and found[-1][1] == i:
                    found[-1] = (found[-1][0], i + 1)
                else:
                    found.append((i, i + 1))
        return found


def _first(clause: Clause) -> int:
    return clause.tokens[0]


def _around(content: _Content, first: int, last: int) -> list[_Domain]:
    """The domains of a sentence that one content reaches into."""
    start, end, _, attribution = content
    low, high = max(first, start), min(last, -end)
    if low >= high:  # it begins behind the sentence
        return [(None, [(first, last)])]
    inside: _Domain = (attribution, [(low, high)])
    if low == first:
        return [inside, (None, [(high, last)])] if high < last else [inside]
    outside: _Domain = (None, [(first, low), (high, last)] if high < last else [(first, low)])
    return [outside, inside]


def _of_contents(contents: list[_Content], first: int, last: int) -> list[_Domain]:
    """The domains of a sentence that several contents reach into, the later within the earlier."""
    inner: list[Attribution | None] = [None] * (last - first)
    edges = {first, last}
    for start, end, _, attribution in contents:
        low, high = max(first, start), min(last, -end)
        if low < high:
            inner[low - first : high - first] = [attribution] * (high - low)
            edges |= {low, high}
    domains: dict[int, _Domain] = {}
    for low, high in pairwise(sorted(edges)):
        holder = inner[low - first]
        parts = domains.setdefault(id(holder), (holder, []))[1]
        if parts and parts[-1][1] == low:
            parts[-1] = (parts[-1][0], high)
        else:
            parts.append((low, high))
    return list(domains.values())


class _Splitter:
    """Splits the tokens of one domain after the other."""

    # What is set for each domain.
    attribution: Attribution | None
    number: int
    first: int
    last: int
    found: list[Clause]
    aside_end: int
    current: Clause

    def __init__(self, reading: Reading, marks: list[int], asides: set[int]) -> None:
        self.reading = reading
        #: What each token can be (:class:`~newsmodel.parsing.forcewords.Mark`).
        self.marks = marks
        self.asides = asides
        self.norms, self.surfaces = reading.tokens.norms, reading.tokens.words
        self.words = reading.profile.words
        #: Phrases that begin like a subordinate clause and are none ("as part of").
        groups = force_words(reading.profile).groups
        self.phrases = groups["part_of"]
        #: Words for the place named before, of which some open a clause as well.
        self.places = groups["there"].by_first

    def _open(self, kind: ClauseKind, at: int, parent: Clause | None) -> Clause:
        clause = Clause(kind, parent, at, self.attribution, self.number)
        self.found.append(clause)
        return clause

    def split(
        self, attribution: Attribution | None, number: int, parts: list[tuple[int, int]]
    ) -> list[Clause]:
        """The clauses; only tokens that can begin, end or carry one are looked into."""
        self.attribution, self.number = attribution, number
        self.first, self.last = parts[0][0], parts[-1][1] - 1
        self.found, self.aside_end = [], -1
        current = self.current = self._open(_MAIN, self.first, None)
        marks = self.marks
        for low, high in parts:
            done = low
            if low > self.first:
                self._resume(low)
                current = self.current
            # What may end a stretch of the clause, and what tells anything new of it.
            turns = _TURN if current.kind is not _RELATIVE else _RELATIVE_TURN
            tells = turns if current.has_verb else turns | _VERBAL
            for i in compress(range(low, high), marks[low:high]):
                mark = marks[i]
                if not mark & tells:
                    continue
                if not mark & turns:
                    current.has_verb, tells = True, turns
                    continue
                if i > done:
                    current.tokens += range(done, i)
                done = i + 1
                takes = self._takes(i, mark)
                current = self.current
                if takes:
                    current.tokens.append(i)
                    if mark & _VERBAL:
                        current.has_verb = True
                turns = _TURN if current.kind is not _RELATIVE else _RELATIVE_TURN
                tells = turns if current.has_verb else turns | _VERBAL
            current.tokens += range(done, high)
        return self.found

    def _takes(self, i: int, mark: int) -> bool:
        """Settles which clause goes on at a token; whether the token itself belongs to it."""
        if mark & _BREAK:
            word = self.surfaces[i]
            if word == ",":
                self._comma(i)
                return False
            if word in CLAUSE_ENDS:
                self.current = self._open(_MAIN, i, self._main())
                return False
            if word == "(":
                self.current = self._open(_ASIDE, i, self.current)
                return True
            if self.current.kind is _ASIDE:
                self.current = self.current.parent or self.current
                return False
            return True
        if mark & _TURN and (opening := self._opening(i)) is not None:
            self._embed(opening, i)
        elif mark & _FINITE and self.current.kind is _RELATIVE and self._ends_relative(i):
            self.current = self.current.parent or self.current
        return True

    def _ends_relative(self, i: int) -> bool:
        """ "A company that had been stationed in Gao left": a verb too many for the relative."""
        clause = self.current
        if self.words.verb_second or not clause.tokens:
            return False
        parent = clause.parent
        if parent is None or parent.has_verb or not self.marks[i] & _FINITE or self._is_noun(i):
            return False
        if not any(self._is_lexical(j) for j in clause.tokens[1:]):
            return False
        before = self.norms[i - 1]
        return (
            before not in self.words.auxiliaries
            and before not in self.words.to
            and (
                before not in self.words.determiners
                and before not in self.words.coordinators
                and before not in self.words.light
                and before not in self.words.negations
            )
        )

    def _is_lexical(self, j: int) -> bool:
        norm = self.norms[j]
        if norm in self.words.auxiliaries or not self.surfaces[j][0].islower():
            return False
        profile = self.reading.profile
        return (
            norm in profile.moves
            or norm in profile.cues
            or (len(norm) > 4 and norm.endswith(self.words.finite_suffixes[:1]))
        )

    def _aside(self, i: int) -> int | None:
        """ "Iran, the Pentagon said, has moved": the comma that closes such an aside."""
        if self.current.kind is _ASIDE:
            return None
        said, marks = False, self.marks
        end = i + 12
        for j in range(i + 1, end if end < self.last else self.last):
            mark = marks[j]
            if mark & _ASIDE_MARKS:
                if mark & _STOPS:
                    return j if said and self.surfaces[j] == "," else None
                said = True
        return None

    def _main(self) -> Clause:
        clause = self.current
        while clause.parent is not None and clause.kind is not _MAIN:
            clause = clause.parent
        return clause

    def _resume(self, i: int) -> None:
        """After an interruption by another domain, what was embedded is over."""
        if i - 1 in self.asides:
            return
        if self.current.has_verb and self.current.kind is not _MAIN:
            self.current = self._main()

    def _embed(self, kind: ClauseKind, i: int) -> None:
        parent = self.current
        if kind is ClauseKind.JOINED and parent.kind is _ASIDE:
            return
        self.current = self._open(kind, i, parent)

    def _comma(self, i: int) -> None:
        if self.current.kind is _ASIDE and i == self.aside_end:
            self.current = self.current.parent or self.current
            return
        end = self._aside(i)
        if end is not None:
            self.aside_end = end
            self.current = self._open(_ASIDE, i, self.current)
            return
        if self.current.has_verb and self.current.kind in _EMBEDDED:
            parent = self.current.parent
            if parent is not None:
                self.current = parent
        else:
            self.current.tokens.append(i)

    def _is_in_name(self, i: int) -> bool:
        """ "Times of India": whether a word is the middle of a name."""
        if not (self.surfaces[i - 1][0].isupper() and self.surfaces[i + 1][0].isupper()):
            return False
        return any(
            phrase.head_first < i < phrase.head_last - 1
            for phrase in self.reading.phrases_in(i - 1, i + 1)
        )

    def _opening(self, i: int) -> ClauseKind | None:
        norm, before, words = self.norms[i], self.norms[i - 1] if i > self.first else "", self.words
        if norm in words.relatives and self._is_relative(i, before):
            return _RELATIVE
        if norm in words.complementizers:
            if self._is_complementizer(i, before):
                return ClauseKind.SUBORDINATE
            if self.first < i < self.last and self._is_in_name(i):
                return None
        if norm in words.subordinators and self._subordinates(i, before):
            return ClauseKind.SUBORDINATE
        if norm in words.om and self._has_infinitive(i):
            return ClauseKind.INFINITIVE
        if norm in words.coordinators and self._joins(i):
            return ClauseKind.JOINED
        return None

    def _is_relative(self, i: int, before: str) -> bool:
        """Behind a comma or a noun; not a demonstrative before its noun."""
        if not before or i + 1 > self.last:
            return False
        if before == ",":
            return True
        if before in self.words.prepositions:
            # "from which", "in welk gebied": the preposition belongs to it.
            return not self.words.verb_second
        word = self.surfaces[i - 1]
        if not word[0].isalnum() and word not in ("”", "’", '"', "»", ")"):
            return False
        if before in self.words.function_words or self.marks[i - 1] & _FINITE:
            return False
        return before not in self.words.light

    def _is_complementizer(self, i: int, before: str) -> bool:
        if not before or before in self.words.prepositions:
            return False
        if self.words.complementizers[self.norms[i]] != "that" and before != ",":
            return self.marks[i - 1] & _VERBAL != 0
        following = self.norms[i + 1] if i + 1 <= self.last else ""
        return following not in ("", ",", ".")

    def _subordinates(self, i: int, before: str) -> bool:
        norm = self.norms[i]
        if self.phrases.match(self.norms, i, self.last + 1) is not None:
            return False
        doubtful = (
            norm in self.words.prepositions
            or norm in self.words.light
            or norm in self.words.expletives
            or norm in self.places
        )
        if not doubtful:
            return True
        if self.words.verb_second and before not in ("", ","):
            return False
        return self._clause_follows(i)

    def _clause_follows(self, i: int) -> bool:
        """Whether a noun phrase and a finite verb follow before the next mark."""
        if self.reading.timed[i]:
            return False
        if self.words.verb_second:
            return False
        for j in range(i + 2, min(i + 14, self.last + 1)):
            if self.surfaces[j] in (",", ".", ";"):
                return False
            if self.norms[j] in self.words.auxiliaries:
                return not self.reading.timed[j]
        return False

    def _has_infinitive(self, i: int) -> bool:
        end = min(i + 30, self.last + 1)
        return any(self.norms[j] in self.words.to for j in range(i + 1, end))

    def _joins(self, i: int) -> bool:
        """Whether "and" joins clauses: a finite verb follows, or a subject and one."""
        after = i + 1
        last = self.last
        while after <= last and self.norms[after] in self.words.light:
            after += 1
        if after > last or not self.current.has_verb or self.reading.timed[i]:
            return False
        if self.marks[after] & _FINITE and not self._is_noun(after):
            return True
        if self.norms[i - 1] != "," and self.words.verb_second is False:
            return self._subject_and_verb(after, 6)
        return self._subject_and_verb(after, 10)

    def _is_noun(self, i: int) -> bool:
        """Whether a word is a noun for a force, or a noun before one: "attack helicopters"."""
        units = self.reading.profile.units.by_first
        if self.norms[i] in units:
            return True
        if self.words.verb_second or i >= self.last:
            return False
        before = self.reading.profile.units.match(self.norms, i - 1, i)
        return self.norms[i + 1] in units and before is None

    def _subject_and_verb(self, start: int, reach: int) -> bool:
        for j in range(start + 1, min(start + reach, self.last + 1)):
            if self.surfaces[j] in (",", ".", ";") or self.norms[j] in self.words.coordinators:
                return False
            if self.norms[j] in self.words.prepositions and j < start + 3:
                return False
            if self.marks[j] & _FINITE and not self._is_noun(j):
                return self.norms[j - 1] not in self.words.determiners
        return False
