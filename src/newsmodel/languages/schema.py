"""The rows of a language's tables: one class for each file, one field for each column.

In: the words of the files, already split into cells (see :mod:`newsmodel.languages.tables`).
Every class says what its columns mean; docs/lexicon.md says how to write them. Knows the
enumerations of the model, and nothing of how a row is used.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from newsmodel.model import (
    ActorKind,
    Certainty,
    DeploymentKind,
    DeploymentStatus,
    PlaceKind,
    SpeechAct,
    UnitType,
)


class CueType(StrEnum):
    """The word class of a cue."""

    VERB = "verb"
    NOUN = "noun"
    PREPOSITION = "preposition"
    ADVERB = "adverb"


class Frame(StrEnum):
    """How a cue takes its content."""

    QUOTE = "quote"
    THAT = "that"
    BARE = "bare"
    WHETHER = "whether"
    QUESTION = "question"
    INFINITIVE = "infinitive"
    OBJECT_INFINITIVE = "object_infinitive"
    OBJECT_THAT = "object_that"
    PARENTHETICAL = "parenthetical"
    COLON = "colon"
    PREDICATE = "predicate"
    OF = "of"
    ON = "on"
    REPORTS_THAT = "reports_that"
    NP = "np"


@frozen(slots=True, kw_only=True)
class Cue:
    """A word that attributes: cues.tsv."""

    lemma: str
    type: CueType
    finite: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    infinitive: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()
    gerund: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    act: SpeechAct
    frames: tuple[Frame, ...] = ()
    addressee: tuple[str, ...] = ()
    count: int = 0
    share: float = 0.5
    certainty: Certainty = Certainty.CERTAIN
    negates: bool = False
    #: The share of the past forms alone, where it was measured: they are no nouns.
    past_share: float | None = None
    #: The act where the content says how things are rather than what the source will do.
    state_act: SpeechAct | None = None


class RoleKind(StrEnum):
    """What a noun for a person says of them."""

    OFFICE = "office"
    RANK = "rank"
    TITLE = "title"
    PROFESSION = "profession"
    SOURCE = "source"


@frozen(slots=True, kw_only=True)
class Role:
    """A noun for a person: roles.tsv."""

    singular: tuple[str, ...]
    plural: tuple[str, ...] = ()
    gender: str = ""
    kind: RoleKind
    portfolio: tuple[str, ...] = ()
    joins: bool = False


@frozen(slots=True, kw_only=True)
class OrganizationNoun:
    """A head noun that makes the name of an organisation: organizations.tsv."""

    singular: tuple[str, ...]
    plural: tuple[str, ...] = ()
    kind: ActorKind
    capitalised: bool = False
    portfolio: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class KnownName:
    """An organisation that the press names without explanation: names.tsv."""

    names: tuple[str, ...]
    kind: ActorKind
    country: str = ""
    type: str = ""


@frozen(slots=True, kw_only=True)
class Country:
    """A country with what it, its people and its capital are called: countries.tsv."""

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    demonyms_plural: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    context_names: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Metonym:
    """A building or seat that stands for a body: metonyms.tsv."""

    names: tuple[str, ...]
    stands_for: str = ""
    country: str = ""
    kind: ActorKind = ActorKind.GOVERNMENT
    #: The one body that it stands for, by its name in names.tsv.
    body: str = ""


@frozen(slots=True, kw_only=True)
class PlaceName:
    """A region, a sea, a base: places.tsv."""

    names: tuple[str, ...]
    kind: PlaceKind
    country: str = ""


@frozen(slots=True, kw_only=True)
class PlaceNoun:
    """A noun that a place's name follows ("the port of X"): placenouns.tsv."""

    nouns: tuple[str, ...]
    kind: PlaceKind


@frozen(slots=True, kw_only=True)
class City:
    """A city of the world: world/cities.tsv."""

    name: str
    country: tuple[str, ...]
    population: int = 0
    names_nl: tuple[str, ...] = ()
    names_en: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class FirstName:
    """A given name with the gender it tells: world/firstnames.tsv."""

    name: str
    gender: str = "u"


@frozen(slots=True, kw_only=True)
class Unit:
    """A noun for a force: units.tsv."""

    singular: tuple[str, ...]
    plural: tuple[str, ...] = ()
    unit: UnitType
    named: bool = False
    collective: bool = False
    noun_kind: str = ""
    suffix: bool = False
    ambiguous: str = ""


@frozen(slots=True, kw_only=True)
class Platform:
    """A model of ship, aircraft, vehicle or weapon: world/platforms.tsv.

    ``country``: of letters before a ship's own name (HMS), whose navy they stand for.
    """

    names: tuple[str, ...]
    unit: UnitType
    ambiguous: bool = False
    country: str = ""


@frozen(slots=True, kw_only=True)
class Move:
    """A verb or noun of deployment: moves.tsv."""

    lemma: str
    type: CueType
    finite: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    infinitive: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()
    gerund: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    kind: DeploymentKind
    force: str = "subject"
    status: DeploymentStatus | None = None
    requires: tuple[str, ...] = ()
    strength: int = 2
