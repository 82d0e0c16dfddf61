"""Forces as they are read: the force, its owner, and what every part that reads them has at hand.

In: a reading. Out: :class:`Force` and :class:`Owner`, which only hold what
:mod:`~newsmodel.parsing.forces` and its parts find, and :class:`ForceReader`, on which those build.
Knows no word of any language.
"""

from __future__ import annotations

from attrs import define

from newsmodel.languages.profile import Sense, SenseKind
from newsmodel.model import Quantity, UnitType
from newsmodel.parsing.forcewords import force_words
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.quantities import QuantitySpan
from newsmodel.parsing.reading import Reading

#: Organisations that have forces of their own.
_ARMED = frozenset({"armed_group", "alliance", "un"})
# Asked for every sense of a name, and an enum is slow to ask for its members.
_ADJECTIVE, _COUNTRY, _CAPITAL = SenseKind.ADJECTIVE, SenseKind.COUNTRY, SenseKind.CAPITAL
_METONYM, _ORGANIZATION = SenseKind.METONYM, SenseKind.ORGANIZATION


@define(slots=True, eq=False)
class Owner:
    """Whose a force is: a country, or an alliance or armed group by its name."""

    country: str | None = None
    name: str | None = None
    phrase: NounPhrase | None = None

    @property
    def label(self) -> str | None:
        """What identifies it."""
        return self.country or self.name


@define(slots=True, eq=False)
class Force:
    """A force as one phrase names it; every number counts tokens."""

    first: int
    last: int
    head: int
    unit: UnitType
    noun_kind: str
    plural: bool = False
    collective: bool = False
    ambiguous: str = ""
    quantity: Quantity | None = None
    counted: bool = False
    unit_name: str | None = None
    owner: Owner | None = None
    #: The possessive pronoun that says whose it is.
    possessive: int | None = None
    definite: bool = False
    demonstrative: bool = False
    indefinite: bool = False
    #: One more beside those named before ("another 200").
    additional: bool = False
    #: A number alone, whose noun was named before ("200 more").
    elliptical: bool = False
    military: bool = False
    bare_platform: bool = False
    #: An everyday word that nothing beside it makes a force: only a sure verb does.
    weak: bool = False
    #: An adjective that says nothing military stands with it.
    modified: bool = False
    #: A name nobody knows stands before the noun: whose it is cannot be told.
    labelled: bool = False
    #: No noun names it: the country or group itself is said to act.
    unnamed: bool = False
    after: int = -1
    #: Whose it turned out to be.
    settled: Owner | None = None
    #: Whose as many are besides, or how many then.
    others: tuple[tuple[Owner, Quantity | None], ...] = ()


class ForceReader:
    """What every part that reads forces has at hand."""

    def __init__(
        self, reading: Reading, marks: list[int], quantity_at: dict[int, QuantitySpan]
    ) -> None:
        self.reading = reading
        #: What each token can be (:class:`~newsmodel.parsing.forcewords.Mark`).
        self.marks = marks
        #: The numbers that count something, by each of their tokens.
        self.quantity_at = quantity_at
        self.profile = reading.profile
        self.words = force_words(reading.profile)
        self.placing = self.words.placing
        self.closed = reading.profile.words
        self.norms, self.surfaces = reading.tokens.norms, reading.tokens.words
        self.timed = reading.timed


def owner_of(senses: tuple[Sense, ...], genitive: bool, text: str) -> Owner | None:
    """The owner that a name of these senses is; ``genitive`` where its form says that it owns."""
    for sense in senses:
        kind = sense.kind
        if kind is _ADJECTIVE and sense.country:
            return Owner(sense.country)
        if kind is _COUNTRY and (genitive or (text.isupper() and len(text) < 5)):
            return Owner(sense.country)
        if kind is _CAPITAL and genitive:
            return Owner(sense.country)
        if kind is _METONYM and sense.country:
            return Owner(sense.country)
    for sense in senses:
        if sense.kind is _ORGANIZATION and sense.known is not None:
            if sense.known.type in _ARMED:
                return Owner(None, text)
            if sense.country and genitive:
                return Owner(sense.country)
    return None


def phrase_owner(phrase: NounPhrase, country: str | None) -> Owner | None:
    """The owner that a noun phrase is, as the subject of what a force does."""
    if phrase.kind is PhraseKind.BODY and phrase.sense is not None and phrase.sense.known:
        if phrase.sense.known.type in _ARMED and phrase.sense.known.type != "other":
            return Owner(name=phrase.name, phrase=phrase)
    code = phrase.country or country
    if code:
        return Owner(country=code, phrase=phrase)
    return None
