"""A profile: a lexicon compiled into the look-ups that the stages of a parse use.

In: a :class:`~newsmodel.languages.lexicon.Lexicon`. Out: a :class:`Profile`, immutable in use:
dictionaries from word forms to what they may be. Compiled once for each lexicon and kept.
Knows how forms are written down, nothing of sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache

import attrs
from attrs import define, field, frozen

from newsmodel.errors import LanguageDataError
from newsmodel.languages.layout import Layout
from newsmodel.languages.lexicon import Lexicon, builtin
from newsmodel.languages.numbers import NumberLexicon, compile_numbers
from newsmodel.languages.orthography import normal_form, split_words
from newsmodel.languages.phrases import Phrases
from newsmodel.languages.schema import (
    Cue,
    CueType,
    KnownName,
    Move,
    OrganizationNoun,
    PlaceNoun,
    Role,
    Unit,
)
from newsmodel.languages.times import TimeLexicon, compile_times
from newsmodel.languages.words import Grammar, WordSets, compile_words
from newsmodel.languages.wrappers import Wrappers, check_wrappers
from newsmodel.model import ActorKind, PlaceKind


class Form(StrEnum):
    """Which form of a verb or noun a word is."""

    PRESENT = "present"
    PAST = "past"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    JOINED = "joined"
    NOUN = "noun"


@frozen(slots=True)
class CueForm:
    """One form of a cue."""

    cue: Cue
    form: Form

    @property
    def finite(self) -> bool:
        """Whether it can be the finite verb of its clause."""
        return self.form in (Form.PRESENT, Form.PAST)


@frozen(slots=True)
class MoveForm:
    """One form of a word of deployment."""

    move: Move
    form: Form


@frozen(slots=True)
class RoleForm:
    """One form of a noun for people."""

    role: Role
    plural: bool


@frozen(slots=True)
class OrganizationForm:
    """One form of a noun for organisations."""

    noun: OrganizationNoun
    plural: bool


@frozen(slots=True)
class UnitForm:
    """One form of a noun for forces."""

    unit: Unit
    plural: bool


class SenseKind(StrEnum):
    """What a capitalised word of the gazetteer can be."""

    COUNTRY = "country"
    CONTEXT_COUNTRY = "context_country"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    DEMONYMS = "demonyms"
    CAPITAL = "capital"
    METONYM = "metonym"
    PLACE = "place"
    CITY = "city"
    ORGANIZATION = "organization"
    PLATFORM = "platform"


@frozen(slots=True)
class Sense:
    """One thing that a name can mean.

    ``name`` is the usual form of what it names, ``country`` an alpha-2 code or empty.
    """

    kind: SenseKind
    name: str
    country: str = ""
    place: PlaceKind | None = None
    actor: ActorKind | None = None
    known: KnownName | None = None
    population: int = 0
    #: Whether the name is also something else and counts only where the text supports it.
    ambiguous: bool = False


@define(slots=True, eq=False)
class Profile:
    """Everything that parsing needs to know of one language."""

    code: str
    layout: Layout
    words: WordSets
    times: TimeLexicon
    numbers: NumberLexicon
    wrappers: Wrappers
    cues: dict[str, tuple[CueForm, ...]] = field(repr=False)
    cue_phrases: Phrases[Cue] = field(repr=False)
    roles: Phrases[RoleForm] = field(repr=False)
    exact_roles: Phrases[RoleForm] = field(repr=False)
    organizations: Phrases[OrganizationForm] = field(repr=False)
    gazetteer: Phrases[tuple[Sense, ...]] = field(repr=False)
    placenouns: Phrases[PlaceNoun] = field(repr=False)
    firstnames: dict[str, str] = field(repr=False)
    units: Phrases[UnitForm] = field(repr=False)
    unit_suffixes: tuple[tuple[str, UnitForm], ...] = field(repr=False)
    platforms: Phrases[tuple[Sense, ...]] = field(repr=False)
    moves: dict[str, tuple[MoveForm, ...]] = field(repr=False)
    move_phrases: Phrases[Move] = field(repr=False)
    countries: dict[str, str] = field(repr=False)
    #: Past and present forms of every verb that the lexicon has.
    past_words: frozenset[str] = field(repr=False)
    present_words: frozenset[str] = field(repr=False)


@lru_cache(maxsize=16)
def compile_lexicon(lexicon: Lexicon) -> Profile:
    """The profile of a lexicon that is a whole language.

    Raises :class:`~newsmodel.errors.LanguageDataError` where it lacks a grammar.
    """
    if not (lexicon.words and lexicon.times and lexicon.numbers):
        lacking = [n for n in ("words", "times", "numbers") if getattr(lexicon, n) is None]
        raise LanguageDataError(
            f"the lexicon of {lexicon.code!r} has no {', '.join(n + '.toml' for n in lacking)}; "
            "a new language needs them, words to add need a supported language's code"
        )
    cues, moves, times = _cues(lexicon), _moves(lexicon), compile_times(lexicon.times)
    return Profile(
        code=lexicon.code,
        layout=lexicon.layout or Layout(),
        words=_words(lexicon),
        times=times,
        numbers=compile_numbers(lexicon.numbers),
        wrappers=check_wrappers(lexicon.wrappers or {}),
        cues=cues,
        cue_phrases=Phrases(
            (form.split(), cue)
            for cue in lexicon.cues
            if cue.type in (CueType.PREPOSITION, CueType.ADVERB)
            for form in cue.finite
        ),
        roles=Phrases(_role_forms(lexicon.roles, exact=False)),
        exact_roles=Phrases(_role_forms(lexicon.roles, exact=True)),
        organizations=Phrases(_organization_forms(_bodies(lexicon))),
        gazetteer=_gazetteer(lexicon),
        placenouns=Phrases(
            (noun.casefold().split(), row) for row in lexicon.placenouns for noun in row.nouns
        ),
        firstnames={row.name: row.gender for row in lexicon.firstnames},
        units=Phrases(_unit_forms(lexicon.units)),
        unit_suffixes=_unit_suffixes(lexicon.units),
        platforms=_platforms(lexicon),
        moves=moves,
        move_phrases=Phrases(
            (form.split(), move)
            for move in lexicon.moves
            for form in move.finite
            if move.type is CueType.NOUN and " " in form
        ),
        countries={row.code: row.names[0] for row in reversed(lexicon.countries)},
        past_words=_words_of(Form.PAST, cues, moves) | times.tense.past,
        present_words=_words_of(Form.PRESENT, cues, moves),
    )


def load_profile(code: str, extra: Lexicon | None = None) -> Profile:
    """The profile of a supported language, with a user's own words merged in.

    >>> load_profile("nl").code
    'nl'
    """
    if extra is None:
        return compile_lexicon(builtin(code))
    if extra.code == code and extra.words is not None and extra.times is not None:
        return compile_lexicon(_with_world(extra))
    return compile_lexicon(builtin(code).merged(extra))


def _words(lexicon: Lexicon) -> WordSets:
    assert lexicon.words is not None
    sets = compile_words(lexicon.words, lexicon.grammar or Grammar())
    roles = Phrases(_role_forms(lexicon.roles, exact=False))
    bodies = Phrases(_organization_forms(_bodies(lexicon)))
    named = {name[0] for row in lexicon.names for n in row.names if (name := split_words(n))}
    sets.triggers = (
        frozenset(sets.pronouns)
        | frozenset(sets.possessives)
        | frozenset(roles.by_first)
        | frozenset(bodies.by_first)
        | frozenset(word for word in named if word[0].islower())
    )
    sets.joining_roles = {
        word: RoleForm(role, plural)
        for role in lexicon.roles
        if role.joins
        for forms, plural in ((role.singular, False), (role.plural, True))
        for word in forms
        if " " not in word
    }
    sets.single_roles = {
        word: RoleForm(role, plural)
        for role in lexicon.roles
        for forms, plural in ((role.singular, False), (role.plural, True))
        for word in forms
        if " " not in word
    }
    sets.joining_bodies = {
        word: OrganizationForm(noun, plural)
        for noun in lexicon.organizations
        for forms, plural in ((noun.singular, False), (noun.plural, True))
        for word in forms
        if " " not in word
    }
    return sets


def _bodies(lexicon: Lexicon) -> list[OrganizationNoun]:
    """The nouns for bodies but those that mean the people or units of a force ("troops")."""
    forces = {
        word.casefold()
        for unit in lexicon.units
        if not unit.collective
        for word in (*unit.singular, *unit.plural)
    }
    return [
        noun
        for noun in lexicon.organizations
        if noun.kind is not ActorKind.MILITARY or not forces.intersection(noun.singular)
    ]


def _with_world(lexicon: Lexicon) -> Lexicon:
    from newsmodel.languages.lexicon import world

    return world(lexicon.code).merged(lexicon)


def _cues(lexicon: Lexicon) -> dict[str, tuple[CueForm, ...]]:
    found: dict[str, list[CueForm]] = {}
    for cue in lexicon.cues:
        if cue.type is CueType.NOUN:
            for word in cue.finite:
                found.setdefault(word, []).append(CueForm(cue, Form.NOUN))
        elif cue.type is CueType.VERB:
            for word, form in _verb_forms(cue):
                found.setdefault(word, []).append(CueForm(cue, form))
    return {
        word: tuple(sorted(forms, key=lambda f: (not f.cue.with_, -f.cue.count)))
        for word, forms in found.items()
    }


def _moves(lexicon: Lexicon) -> dict[str, tuple[MoveForm, ...]]:
    found: dict[str, list[MoveForm]] = {}
    for move in lexicon.moves:
        forms: Iterable[tuple[str, Form]] = (
            ((word, Form.NOUN) for word in move.finite)
            if move.type is CueType.NOUN
            else _verb_forms(move)
        )
        for word, form in forms:
            found.setdefault(word, []).append(MoveForm(move, form))
    return {word: tuple(forms) for word, forms in found.items()}


def _words_of(form: Form, *tables: Mapping[str, Iterable[CueForm | MoveForm]]) -> frozenset[str]:
    return frozenset(
        word
        for table in tables
        for word, forms in table.items()
        if any(f.form is form for f in forms)
    )


def _verb_forms(row: Cue | Move) -> Iterator[tuple[str, Form]]:
    past = set(row.past)
    for word in row.finite:
        yield word, Form.PAST if word in past else Form.PRESENT
    for word in row.past:
        if word not in row.finite:
            yield word, Form.PAST
    for words, form in (
        (row.infinitive, Form.INFINITIVE),
        (row.participle, Form.PARTICIPLE),
        (row.gerund, Form.GERUND),
        (row.joined, Form.JOINED),
    ):
        for word in words:
            yield word, form


def _role_forms(
    roles: Iterable[Role], *, exact: bool
) -> Iterator[tuple[tuple[str, ...], RoleForm]]:
    """Forms in lower case match in any case; one with a capital only as it is written."""
    for role in roles:
        for words, plural in ((role.singular, False), (role.plural, True)):
            for word in words:
                if (word != word.casefold()) is exact:
                    yield split_words(word.rstrip(".")), RoleForm(role, plural)


def _organization_forms(
    nouns: Iterable[OrganizationNoun],
) -> Iterator[tuple[tuple[str, ...], OrganizationForm]]:
    for noun in nouns:
        for words, plural in ((noun.singular, False), (noun.plural, True)):
            for word in words:
                yield split_words(normal_form(word)), OrganizationForm(noun, plural)


def _unit_forms(units: Iterable[Unit]) -> Iterator[tuple[tuple[str, ...], UnitForm]]:
    for unit in units:
        for words, plural in ((unit.singular, False), (unit.plural, True)):
            for word in words:
                yield split_words(normal_form(word)), UnitForm(unit, plural)


def _unit_suffixes(units: Iterable[Unit]) -> tuple[tuple[str, UnitForm], ...]:
    """Nouns that may end an unlisted compound, the longest first."""
    suffixes = [
        (word.casefold(), UnitForm(unit, plural))
        for unit in units
        if unit.suffix
        for words, plural in ((unit.singular, False), (unit.plural, True))
        for word in words
        if " " not in word
    ]
    return tuple(sorted(suffixes, key=lambda pair: -len(pair[0])))


def _gazetteer(lexicon: Lexicon) -> Phrases[tuple[Sense, ...]]:
    senses: dict[tuple[str, ...], list[Sense]] = {}

    def add(names: Iterable[str], sense: Sense) -> None:
        for name in names:
            senses.setdefault(split_words(name), []).append(sense)

    for row in lexicon.names:
        kind = SenseKind.ORGANIZATION
        add(row.names, Sense(kind, row.names[0], row.country, actor=row.kind, known=row))
    known = {name: row for row in reversed(lexicon.names) for name in row.names}
    for metonym in lexicon.metonyms:
        sense = Sense(
            SenseKind.METONYM,
            metonym.names[0],
            metonym.country,
            actor=metonym.kind,
            known=known.get(metonym.body),
        )
        add(metonym.names, sense)
    for country in lexicon.countries:
        for kind, names in (
            (SenseKind.COUNTRY, country.names),
            (SenseKind.CONTEXT_COUNTRY, country.context_names),
            (SenseKind.ADJECTIVE, country.adjectives),
            (SenseKind.DEMONYM, country.demonyms),
            (SenseKind.DEMONYMS, country.demonyms_plural),
            (SenseKind.CAPITAL, country.capital),
        ):
            sense = Sense(kind, country.names[0], country.code, PlaceKind.COUNTRY)
            add((name for name in names if name not in country.ambiguous), sense)
            doubtful = attrs.evolve(sense, ambiguous=True)
            add((name for name in names if name in country.ambiguous), doubtful)
    for place in lexicon.places:
        add(place.names, Sense(SenseKind.PLACE, place.names[0], place.country, place.kind))
    for city in lexicon.cities:
        own = getattr(city, f"names_{lexicon.code}", ())
        for code in city.country[:1]:
            sense = Sense(
                SenseKind.CITY, city.name, code, PlaceKind.CITY, population=city.population
            )
            add((city.name, *own), sense)
    return Phrases((words, tuple(found)) for words, found in senses.items())


def _platforms(lexicon: Lexicon) -> Phrases[tuple[Sense, ...]]:
    found: list[tuple[tuple[str, ...], tuple[Sense, ...]]] = []
    for row in lexicon.platforms:
        senses = [Sense(SenseKind.PLATFORM, row.names[0], str(row.unit), ambiguous=row.ambiguous)]
        if row.country:
            senses.append(Sense(SenseKind.COUNTRY, row.names[0], row.country))
        found += [(split_words(name), tuple(senses)) for name in row.names]
    return Phrases(found)
