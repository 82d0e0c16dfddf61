"""Who: the participants of an article, and where the text mentions them.

In: names, offices, passages. Out: `Actor`, `Mention`. May not know how names are recognised.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from newsmodel.model.checks import (
    Checks,
    Instance,
    Optional,
    Several,
    check_fields,
    country_code,
    readable,
    words,
)
from newsmodel.model.excerpt import Excerpt
from newsmodel.model.time import EDTF

__all__ = ["Actor", "ActorKind", "Mention", "MentionForm"]


class ActorKind(StrEnum):
    """What sort of participant it is."""

    PERSON = "person"
    GOVERNMENT = "government"
    """A state organ, ministry or head office, such as the Kremlin."""
    MILITARY = "military"
    MEDIA = "media"
    ORGANIZATION = "organization"
    """All other bodies: alliances, missions, armed groups, parties, companies."""
    COUNTRY = "country"
    GROUP = "group"
    """Unnamed people, or one unnamed person."""


class MentionForm(StrEnum):
    """By which sort of words an actor is mentioned."""

    NAME = "name"
    SURNAME = "surname"
    OFFICE = "office"
    PRONOUN = "pronoun"
    METONYM = "metonym"
    """A capital or seat that stands for a government."""
    DESCRIPTION = "description"


@frozen(kw_only=True)
class Mention:
    """One place where the text mentions an actor.

    Attributes:
        excerpt: the words.
        form: see `MentionForm`.
        reason: why the mention belongs to the actor, in words for a reader, or None.

    >>> Mention(excerpt=Excerpt(text="hij", start=40), form=MentionForm.PRONOUN).form.value
    'pronoun'
    """

    excerpt: Excerpt
    form: MentionForm
    reason: str | None = None

    def __attrs_post_init__(self) -> None:
        # Looked at here first: mentions are many, and going through the table costs more.
        reason = self.reason
        if (
            self.excerpt.__class__ is not Excerpt
            or self.form.__class__ is not MentionForm
            or not (reason is None or (reason.__class__ is str and reason.strip()))
        ):
            check_fields(self, MENTION)

    def __repr__(self) -> str:
        return readable(self, MENTION)


@frozen(kw_only=True)
class Actor:
    """A participant that the text names, or an unnamed source of a statement.

    Attributes:
        id: unique within the article, not blank.
        name: the fullest form in the text, without article or office ("Vladimir Poetin").
        kind: see `ActorKind`.
        role: the office in the text's own words ("minister van Defensie"), or None.
        portfolio: the field of the office ("Defensie"), or None.
        affiliation: the body that the actor speaks or works for ("Kremlin"), or None.
        country: ISO 3166-1 alpha-2 code of the country that the text says the actor belongs
            to, or None.
        since: since when the actor has held the office, or None.
        aliases: other names of the same actor in the text, metonyms among them.
        mentions: where the text mentions the actor, in the order of the text.

    Raises:
        ModelError: a text is blank or the country is not two capital letters.

    >>> Actor(id="a1", name="Ana Silva", kind=ActorKind.PERSON, role="president", country="PT")
    Actor(id='a1', name='Ana Silva', kind='person', role='president', country='PT')
    """

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    portfolio: str | None = None
    affiliation: str | None = None
    country: str | None = None
    since: EDTF | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def __attrs_post_init__(self) -> None:
        check_fields(self, ACTOR)

    # Equal actors have equal ids and names; hashing every mention each time would be slow.
    def __hash__(self) -> int:
        return hash((self.id, self.name))

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return readable(self, ACTOR, mentions=lambda: f"<{len(self.mentions)}>")

    def label(self) -> str:
        """Return the short form by which other values show the actor in their repr.

        >>> Actor(id="a1", name="Ana Silva", kind=ActorKind.PERSON).label()
        '<a1 Ana Silva>'
        """
        return f"<{self.id} {self.name}>"


MENTION = Checks(
    {
        "excerpt": Instance(Excerpt),
        "form": Instance(MentionForm),
        "reason": Optional(words),
    }
)

ACTOR = Checks(
    {
        "id": words,
        "name": words,
        "kind": Instance(ActorKind),
        "role": Optional(words),
        "portfolio": Optional(words),
        "affiliation": Optional(words),
        "country": Optional(country_code),
        "since": Optional(Instance(EDTF)),
        "aliases": Several(words),
        "mentions": Several(Instance(Mention)),
    }
)
