"""Atoms: the smallest pieces of which noun phrases are made.

In: nothing. Out: :class:`Atom`, its kinds, and which of several senses of a name counts. Finds
nothing itself.
"""

from __future__ import annotations

from enum import StrEnum, auto

from attrs import define

from newsmodel.languages.profile import OrganizationForm, RoleForm, Sense, SenseKind

#: Marks that open a quotation.
OPENING_MARKS = frozenset("\"“‘'«„")


class AtomKind(StrEnum):
    """What a piece of a noun phrase is."""

    NAME = auto()
    """Capitalised words that no list knows."""
    ROLE = auto()
    BODY = auto()
    """A noun for an organisation, or a name that such a noun heads."""
    KNOWN = auto()
    """An organisation that the names list has."""
    METONYM = auto()
    COUNTRY = auto()
    ADJECTIVE = auto()
    DEMONYM = auto()
    CAPITAL = auto()
    PLACE = auto()
    PRONOUN = auto()


#: The kind of atom that a name with a sense makes.
BY_SENSE = {
    SenseKind.ORGANIZATION: AtomKind.KNOWN,
    SenseKind.METONYM: AtomKind.METONYM,
    SenseKind.COUNTRY: AtomKind.COUNTRY,
    SenseKind.CONTEXT_COUNTRY: AtomKind.COUNTRY,
    SenseKind.ADJECTIVE: AtomKind.ADJECTIVE,
    SenseKind.DEMONYM: AtomKind.DEMONYM,
    SenseKind.DEMONYMS: AtomKind.DEMONYM,
    SenseKind.CAPITAL: AtomKind.CAPITAL,
    SenseKind.PLACE: AtomKind.PLACE,
    SenseKind.CITY: AtomKind.PLACE,
}
#: Of two senses of the same words the first of these counts, unless the context says otherwise.
_RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            SenseKind.ORGANIZATION,
            SenseKind.METONYM,
            SenseKind.COUNTRY,
            SenseKind.CAPITAL,
            SenseKind.ADJECTIVE,
            SenseKind.DEMONYMS,
            SenseKind.DEMONYM,
            SenseKind.PLACE,
            SenseKind.CITY,
            SenseKind.CONTEXT_COUNTRY,
        )
    )
}


@define(slots=True, eq=False)
class Atom:
    """One piece: ``first`` up to, not including, ``last`` are its tokens."""

    first: int
    last: int
    kind: AtomKind
    senses: tuple[Sense, ...] = ()
    role: RoleForm | None = None
    body: OrganizationForm | None = None
    #: The first token of a compound's head, where the head is a part of one token: the number of
    #: characters that the part before it has ("Kremlin" in "Kremlin-woordvoerder").
    prefix: str = ""
    #: Whether the word itself has the ending of a genitive ("Duitslands").
    genitive: bool = False
    #: Whether it is written with a capital as a name is (not only as a sentence's first word).
    capital: bool = False

    @property
    def sense(self) -> Sense | None:
        """The sense that counts where nothing else decides."""
        return self.senses[0] if self.senses else None

    def has(self, kind: SenseKind) -> Sense | None:
        """Its sense of one kind, if it has one."""
        for sense in self.senses:
            if sense.kind is kind:
                return sense
        return None


def ranked(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """The senses of a name, the one that counts where nothing else decides first."""
    if len(senses) == 1:
        return senses
    return tuple(sorted(senses, key=lambda s: (s.ambiguous, _RANK[s.kind])))
