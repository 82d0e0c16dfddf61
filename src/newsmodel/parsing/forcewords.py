"""The words of deployments, compiled: look-ups for places, forces and moves.

In: a profile. Out: :class:`ForceWords`, made once for each profile. It adds nothing to the
language's data and only turns the groups of wrappers.toml into look-ups by first word, and keeps
for each word once seen whether it ends in a noun for a force. Knows no word of any language.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from enum import Enum, IntFlag, StrEnum, auto
from functools import lru_cache

from attrs import define, field, frozen

from newsmodel.languages.byword import ByWord
from newsmodel.languages.orthography import normal_form
from newsmodel.languages.phrases import Phrases
from newsmodel.languages.profile import Form, MoveForm, Profile, Sense, SenseKind, UnitForm
from newsmodel.languages.schema import Frame, Move
from newsmodel.languages.words import WordSets
from newsmodel.languages.wrappers import Wrapper
from newsmodel.model import DeploymentKind

_FINITE = (Form.PRESENT, Form.PAST)
_VERBAL = (*_FINITE, Form.INFINITIVE, Form.GERUND)
#: Marks that end a clause.
CLAUSE_ENDS = frozenset({";", ":", "–", "—", "•"})
#: The groups of wrappers that are looked for in whole clauses.
CLAUSE_GROUPS = (
    "amount",
    "announce",
    "begin",
    "cancel",
    "causative",
    "demand",
    "each",
    "end",
    "hypothetical",
    "loss",
    "order",
    "part_of",
    "plan",
    "total",
    "training",
    "transfer",
)


class Direction(StrEnum):
    """How a place lies to what happens."""

    FROM = "from"
    TO = "to"
    AT = "at"
    BARE = "bare"
    """An argument without preposition: what is entered, left or attacked."""


class Mark(IntFlag):
    """What a word can be in a sentence about deployments.

    The bits behind these say which of :data:`CLAUSE_GROUPS` it is in (:data:`GROUP_MARKS`).
    """

    SURE = auto()
    """A sure noun for a force, or a move that needs none."""
    FORCE = auto()
    """A word that can be a noun for a force."""
    MOVING = auto()
    """A word that is a move more often than not."""
    MOVE = auto()
    """A word that can be a move."""
    FINITE = auto()
    """A word that can be a finite verb."""
    SUFFIXED = auto()
    """A word that looks like a verb."""
    OPENER = auto()
    """A word that can open a clause within another."""
    BREAK = auto()
    """A mark that can begin or end a clause."""
    SAYS = auto()
    """A verb that a statement in an aside can have."""
    STOPS = auto()
    """A word or a mark that an aside cannot go past."""
    DENIES = auto()
    """A word that can be the verb of a denial."""
    NEGATION = auto()
    LEADS = auto()
    """A word that begins a longer phrase of a group."""
    FOLLOWS = auto()
    """A word that can stand behind such a word in the phrase."""


#: The bit of each group in the marks of a word: with those above they are few enough for Python to
#: compare them at once.
GROUP_MARKS = {name: 1 << (len(Mark) + number) for number, name in enumerate(CLAUSE_GROUPS)}


class Placing(IntFlag):
    """What a word can be in the noun phrases for places and forces."""

    UPPER = auto()
    INNER = auto()
    """Joined words with a capital within: "pro-Kyiv"."""
    KNOWN = auto()
    """A word that a name of the gazetteer starts with."""
    NOUN = auto()
    PART = auto()
    DETERMINER = auto()
    LIGHT = auto()
    """A word that can stand anywhere: "also"."""
    DIRECTION = auto()
    """A preposition or the like that a place can stand behind."""
    CUE = auto()
    """A word that can begin "according to", behind which stands no place."""
    TERRITORY = auto()
    """A noun for what belongs to a country: "airspace"."""
    PLATFORM = auto()
    """A word that can begin the name of a platform."""
    LAST = auto()
    """A word that a name of the gazetteer ends with."""
    ORDINAL = auto()
    OF = auto()
    POSSESSIVE = auto()
    ARTICLE = auto()
    INDEFINITE = auto()
    MORE = auto()
    GENITIVE = auto()
    """The mark of a genitive that is a word of its own."""
    COORDINATOR = auto()
    PLAIN = auto()
    """A word that can be an adjective, as far as the word itself tells."""
    MOVES = auto()
    """A word that can be one of deployment, in whatever form."""
    PARTICLE = auto()
    """A word that can stand within a name: "de"."""
    PLACELESS = auto()
    """A name of the gazetteer that is no place, begins no longer one, and is nothing else here."""


#: What a word that a place starts with can be.
_PLACE_STARTS = int(
    Placing.UPPER | Placing.NOUN | Placing.DETERMINER | Placing.CUE | Placing.DIRECTION
)
#: What a name can be besides; a name that is it too can begin a noun phrase for a place.
_NOUNS = int(Placing.DETERMINER | Placing.NOUN | Placing.PART)
_UPPER, _KNOWN, _PLACELESS = int(Placing.UPPER), int(Placing.KNOWN), int(Placing.PLACELESS)
#: Senses of a name that make a place, and how sure they are; the least is the surest.
_PLACES = {
    SenseKind.PLACE: 1,
    SenseKind.COUNTRY: 2,
    SenseKind.CAPITAL: 3,
    SenseKind.CITY: 4,
    SenseKind.CONTEXT_COUNTRY: 5,
}
_NEVER = len(_PLACES) + 1


class Nominal(Enum):
    """Whether a word is a noun of deployment."""

    NEVER = "no word of deployment"
    ALWAYS = "only a noun"
    ALSO = "a noun and a verb"
    VERB = "only a verb, which a noun may be written like"


@frozen(slots=True, eq=False)
class MoveOption:
    """One way in which a word can be one of deployment, with what rules it out most often."""

    form: MoveForm
    row: Move
    is_noun: bool
    is_finite: bool
    needs_place: bool
    needs_kind_noun: bool
    needs_unit_noun: bool
    #: Whether it is about something of its kind that was told of before.
    needs_told: bool
    #: Whether nothing but a force in its clause bears it out.
    needs_force: bool
    #: How well it fits, before the particles and the noun with it are seen.
    score: int
    #: The phrases of which one must stand in the clause, and their first words.
    particles: tuple[tuple[str, ...], ...]
    particle_words: frozenset[str]

    @classmethod
    def of(cls, form: MoveForm) -> MoveOption:
        """What there is to know of a form before any text is seen."""
        row, finite = form.move, form.form in _FINITE
        whole = (row.joined and not finite) or form.form is Form.JOINED
        particles = () if whole else tuple(tuple(phrase.split()) for phrase in row.with_)
        return cls(
            form=form,
            row=row,
            is_noun=form.form is Form.NOUN,
            is_finite=finite,
            needs_place="place" in row.requires,
            needs_kind_noun="kind_noun" in row.requires,
            needs_unit_noun="unit_noun" in row.requires,
            needs_told="told" in row.requires,
            needs_force=(
                form.form is not Form.NOUN
                and "kind_noun" not in row.requires
                and row.kind is not DeploymentKind.ATTACK
                and (row.strength < 3 or "unit_noun" in row.requires)
            ),
            score=(
                row.strength * 10
                - 8 * (form.form is Form.NOUN)
                + bool(row.requires)
                - 2 * ("place" in row.requires)
            ),
            particles=particles,
            particle_words=frozenset(words[0] for words in particles),
        )


@frozen(slots=True, eq=False)
class MoveOptions:
    """The ways in which a word can be one of deployment."""

    every: tuple[MoveOption, ...]
    #: Those that a sentence without a force leaves.
    forceless: tuple[MoveOption, ...]

    @classmethod
    def of(cls, options: Iterable[MoveOption]) -> MoveOptions:
        """The options of a word, in the order of the language's table."""
        every = tuple(options)
        return cls(
            every=every,
            forceless=tuple(option for option in every if not option.needs_force),
        )


@define(slots=True, eq=False)
class ForceWords:
    """Look-ups for one profile; every group of wrappers.toml is a field or in ``groups``."""

    profile: Profile
    directions: Phrases[Direction]
    groups: dict[str, Phrases[str]]
    nouns: dict[str, Phrases[str]]
    conjunctions: frozenset[str]
    #: Verbs of attack and nouns for exercises, which need no noun for a force.
    strong: frozenset[str]
    #: Words that make a force of what stands beside them.
    military: frozenset[str]
    #: Nouns for a force that are singular and plural alike.
    plurals: frozenset[str]
    #: The directions of single words that begin no longer phrase.
    lone_directions: dict[str, Direction]
    #: Prepositions behind which so much stands that a place must be known as one.
    vague: frozenset[str]
    #: Verbs and nouns that mean a move more often than not.
    moving: frozenset[str]
    #: For a word as it stands: what it can be in a sentence (:class:`Mark`).
    marks: ByWord[int] = field(init=False)
    #: For a word as it stands: what it can be in a noun phrase (:class:`Placing`).
    placing: ByWord[int] = field(init=False)
    #: The same for a word that a place can start with, else 0.
    place_start: ByWord[int] = field(init=False)
    #: For a normal form: the ways in which it can be a word of deployment.
    options: ByWord[MoveOptions] = field(init=False)
    #: For a normal form: whether it is a noun of deployment.
    nominal: ByWord[Nominal] = field(init=False)
    #: For a normal form that begins a longer phrase of a group: the groups by the word behind it.
    begun: ByWord[dict[str, list[str]]] = field(init=False)
    _compounds: ByWord[UnitForm | None] = field(init=False)
    #: The words that begin a noun for something else in which a noun for a force stands.
    _civilian: Container[str] = field(init=False)
    #: The words that the names of the gazetteer end with.
    _last: frozenset[str] = field(init=False)
    #: The second words of the phrases of all groups.
    _following: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._compounds = ByWord(self._ending)
        self._civilian = self.nouns["civilian"].by_first
        self._last = frozenset(
            rest[-1] if rest else word
            for word, rows in self.profile.gazetteer.by_first.items()
            for rest, _ in rows
        )
        self._following = frozenset(
            rest[0]
            for name in CLAUSE_GROUPS
            for rows in self.groups[name].by_first.values()
            for rest, _ in rows
            if rest
        )
        self.marks = ByWord(self._marks)
        self.placing = ByWord(self._placing)
        self.place_start = ByWord(self._place_start)
        self.options = ByWord(self._options)
        self.nominal = ByWord(self._nominal)
        self.begun = ByWord(self._begun)

    def is_in(self, group: str, norms: list[str], i: int, end: int | None = None) -> bool:
        """Whether a word or phrase of a group starts at token ``i``."""
        phrases = self.groups[group]
        return norms[i] in phrases.by_first and phrases.match(norms, i, end) is not None

    def unit(self, norms: list[str], i: int, end: int) -> tuple[int, UnitForm] | None:
        """The noun for a force that starts at token ``i``, with its number of tokens."""
        if i >= len(norms):
            return None
        norm, civilian = norms[i], self._civilian
        if (norm in civilian or (i and norms[i - 1] in civilian)) and self._is_civilian(
            norms, i, end
        ):
            return None
        if norm in self.profile.units.by_first:
            found = self.profile.units.match(norms, i, end)
            if found is not None:
                return found
        compound = self._compounds[norm]
        return (1, compound) if compound is not None else None

    def _is_civilian(self, norms: list[str], i: int, end: int) -> bool:
        """ "think tank", "peace corps": whether a word is part of a noun for something else."""
        for start in (i, i - 1):
            match = self.nouns["civilian"].match(norms, start, end) if start >= 0 else None
            if match is not None and start + match[0] > i:
                return True
        return False

    def _ending(self, norm: str) -> UnitForm | None:
        if len(norm) < 6 or not norm[0].isalpha() or norm in self.nouns["civilian"]:
            return None
        for suffix, form in self.profile.unit_suffixes:
            if norm.endswith(suffix) and len(norm) - len(suffix) >= 3:
                return form
        return None

    def _force(self, word: str, norm: str) -> int:
        """0 where it is no noun for a force, 1 where it is an everyday word, 2 where a sure one."""
        rows = self.profile.units.by_first.get(norm)
        if rows is not None:
            sure = any(not rest and form.unit.ambiguous != "civilian" for rest, form in rows)
            return 2 if sure else 1
        if self._compounds[norm] is not None:
            return 2
        if self._names_platform(word):
            return 1 if word.isalpha() and self._is_everyday(word) else 2
        return 0

    def _is_everyday(self, word: str) -> bool:
        """Whether the name of a platform is one of something else too."""
        name = self.platform_word(word) or word
        rows = self.profile.platforms.by_first.get(name, ())
        return any(sense.ambiguous for _, senses in rows for sense in senses)

    def platform_word(self, word: str) -> str | None:
        """The platform's name in a plural or a compound: Leopards, Patriot-batterijen."""
        if not word[0].isupper() or len(word) < 3:
            return None
        platforms = self.profile.platforms.by_first
        if word.endswith("s") and word[:-1] in platforms:
            return word[:-1]
        stem, dash, _ = word.rpartition("-")
        return stem if dash and stem in platforms else None

    def _placing(self, word: str) -> int:
        norm, closed = normal_form(word), self.profile.words
        found = _flags(
            (Placing.UPPER, word[0].isupper()),
            (Placing.INNER, "-" in word and any(c.isupper() for c in word)),
            (Placing.KNOWN, word in self.profile.gazetteer),
            (Placing.NOUN, norm in self.profile.placenouns),
            (Placing.PART, norm in self.nouns["part"] or norm in self.groups["part"]),
            (Placing.DETERMINER, norm in closed.determiners),
            (Placing.LIGHT, norm in closed.light),
            (Placing.DIRECTION, norm in self.directions),
            (Placing.CUE, norm in self.profile.cue_phrases),
            (Placing.TERRITORY, norm in self.nouns["territory"]),
            (Placing.PLATFORM, self._names_platform(word)),
            (Placing.LAST, word in self._last),
            (Placing.ORDINAL, self._is_ordinal(word, norm)),
            (Placing.OF, norm in closed.of),
            (Placing.POSSESSIVE, norm in closed.possessives),
            (Placing.ARTICLE, norm in closed.articles),
            (Placing.INDEFINITE, norm in self.groups["indefinite"]),
            (Placing.MORE, norm in self.groups["more"]),
            (Placing.GENITIVE, norm in ("'s", "'")),
            (Placing.COORDINATOR, norm in closed.coordinators),
            (Placing.PLAIN, self._is_plain(word, norm)),
            (Placing.MOVES, norm in self.profile.moves),
            (Placing.PARTICLE, norm in closed.particles),
        )
        return found if found & _NOUNS or not self._is_placeless(word) else found | _PLACELESS

    def _is_placeless(self, word: str) -> bool:
        """Whether a word is a known name that means no place, and begins no longer one."""
        names = self.profile.gazetteer.by_first.get(word)
        if names is None or not word[0].isupper():
            return False
        return all(not rest and place_sense(senses) is None for rest, senses in names)

    def _place_start(self, word: str) -> int:
        kind = self.placing[word]
        if kind & _PLACE_STARTS == _UPPER and not kind & _KNOWN and self.profile.words.verb_second:
            return 0  # no place where no verb is right before it
        return kind if kind & _PLACE_STARTS else 0

    def _names_platform(self, word: str) -> bool:
        return word in self.profile.platforms.by_first or self.platform_word(word) is not None

    def _is_ordinal(self, word: str, norm: str) -> bool:
        return (word[0].isdigit() and word[-1].isalpha()) or norm in self.profile.numbers.ordinals

    def _is_plain(self, word: str, norm: str) -> bool:
        """Whether a word can describe a noun: no finite verb, of what is said or done."""
        if not word[0].isalpha() or norm in self.profile.words.function_words:
            return False
        cues = self.profile.cues.get(norm, ())
        if cues and not any(form.form is Form.PARTICIPLE for form in cues):
            return False
        return not any(form.form in _VERBAL for form in self.profile.moves.get(norm, ()))

    def _marks(self, word: str) -> int:
        norm, closed, profile = normal_form(word), self.profile.words, self.profile
        force, cues = self._force(word, norm), profile.cues.get(norm, ())
        stops = norm in closed.relatives or word in CLAUSE_ENDS or word == ","
        found = _flags(
            (Mark.SURE, force == 2 or norm in self.strong),
            (Mark.FORCE, force > 0),
            (Mark.MOVING, norm in self.moving),
            (Mark.MOVE, norm in profile.moves),
            (Mark.FINITE, self._is_finite(word, norm)),
            (Mark.SUFFIXED, self._is_suffixed(word, norm)),
            (Mark.OPENER, any(norm in openers for openers in _openers(closed))),
            (Mark.BREAK, word in CLAUSE_ENDS or word in (",", "(", ")")),
            (
                Mark.SAYS,
                not stops and any(f.finite and Frame.PARENTHETICAL in f.cue.frames for f in cues),
            ),
            (Mark.STOPS, stops),
            (Mark.DENIES, any(form.cue.negates and form.finite for form in cues)),
            (Mark.NEGATION, norm in closed.negations),
            (Mark.LEADS, bool(self.begun[norm])),
            (Mark.FOLLOWS, norm in self._following),
        )
        for name, mark in GROUP_MARKS.items():
            if any(not rest for rest, _ in self.groups[name].by_first.get(norm, ())):
                found |= mark
        return found

    def _is_finite(self, word: str, norm: str) -> bool:
        profile = self.profile
        if norm in profile.words.auxiliaries:
            return norm[0].isalpha()
        if not word[0].islower() or norm in profile.words.function_words:
            return False
        return any(form.form in _FINITE for form in profile.cues.get(norm, ())) or any(
            form.form in _FINITE for form in profile.moves.get(norm, ())
        )

    def _is_suffixed(self, word: str, norm: str) -> bool:
        closed = self.profile.words
        if norm in closed.function_words or not word[0].islower() or len(norm) < 4:
            return False
        return norm.endswith(closed.finite_suffixes) or any(
            form.form is Form.JOINED for form in self.profile.moves.get(norm, ())
        )

    def _options(self, norm: str) -> MoveOptions:
        return MoveOptions.of(MoveOption.of(form) for form in self.profile.moves.get(norm, ()))

    def _nominal(self, norm: str) -> Nominal:
        nouns = {option.is_noun for option in self.options[norm].every}
        if len(nouns) == 2:
            return Nominal.ALSO
        return Nominal.ALWAYS if True in nouns else Nominal.VERB if nouns else Nominal.NEVER

    def _begun(self, norm: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in CLAUSE_GROUPS:
            for rest, _ in self.groups[name].by_first.get(norm, ()):
                if rest and name not in (names := found.setdefault(rest[0], [])):
                    names.append(name)
        return found


def _flags(*flags: tuple[IntFlag, bool]) -> int:
    """The bits that are set, as a plain number."""
    return sum(int(flag) for flag, holds in flags if holds)


def place_sense(senses: tuple[Sense, ...]) -> Sense | None:
    """What a name means as a place, the surest; None where it means none."""
    best, surest = None, _NEVER
    for sense in senses:
        rank = _PLACES.get(sense.kind, _NEVER)
        if rank < surest:
            best, surest = sense, rank
    return best


def _openers(closed: WordSets) -> tuple[Container[str], ...]:
    """The words that can open a clause within another."""
    return (
        closed.relatives,
        closed.complementizers,
        closed.subordinators,
        closed.om,
        closed.coordinators,
    )


@lru_cache(maxsize=16)
def force_words(profile: Profile) -> ForceWords:
    """The look-ups of a profile."""
    wrappers = profile.wrappers
    directions = [
        (phrase.split(), direction)
        for direction in (Direction.FROM, Direction.TO, Direction.AT)
        for phrase in wrappers[direction.value].phrases
    ]
    found = Phrases(directions)
    groups = {name: Phrases(_entries(group)) for name, group in wrappers.items()}
    return ForceWords(
        profile=profile,
        directions=found,
        lone_directions={
            word: rows[0][1]
            for word, rows in found.by_first.items()
            if all(not rest for rest, _ in rows)
        },
        groups=groups,
        nouns={
            name: Phrases((noun.split(), noun) for noun in group.nouns)
            for name, group in wrappers.items()
        },
        conjunctions=frozenset(wrappers["hypothetical"].conjunctions),
        military=frozenset(groups["military"].by_first),
        plurals=frozenset(
            word
            for word, rows in profile.units.by_first.items()
            for rest, form in rows
            if not rest and word in form.unit.singular and word in form.unit.plural
        ),
        vague=frozenset(groups["vague"].by_first) - frozenset(groups["offshore"].by_first),
        moving=frozenset(
            word
            for word, forms in profile.moves.items()
            if any(form.move.strength >= 2 for form in forms)
        ),
        strong=frozenset(
            word
            for word, forms in profile.moves.items()
            if any(
                (
                    form.move.strength >= 2
                    and form.move.kind is DeploymentKind.ATTACK
                    and "kind_noun" not in form.move.requires
                )
                or (form.form is Form.NOUN and form.move.kind is DeploymentKind.EXERCISE)
                for form in forms
            )
        ),
    )


def _entries(group: Wrapper) -> list[tuple[list[str], str]]:
    return [(entry.split(), entry) for entry in (*group.verbs, *group.nouns, *group.phrases)]
