"""The cast: the actors of an article while their mentions are collected, and when they are done.

In: mentions, offices, countries. Out: :class:`Draft`, :class:`Cast`, the actors of the model.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter

from attrs import define, field

from newsmodel.languages.schema import RoleKind
from newsmodel.model import EDTF, Actor, ActorKind, Mention, MentionForm
from newsmodel.parsing.reading import Reading

#: Where a mention is.
_PLACE = itemgetter(0, 1)
#: How good a description of an actor an office is; the best found is kept.
ROLE_RANK = {RoleKind.OFFICE: 3, RoleKind.RANK: 2, RoleKind.PROFESSION: 1, RoleKind.SOURCE: 1}


@define(slots=True, eq=False)
class Draft:
    """An actor while its mentions are collected."""

    name: str
    kind: ActorKind | None
    first: int
    country: str | None = None
    gender: str = ""
    plural: bool = False
    role: str | None = None
    role_rank: int = 0
    portfolio: str | None = None
    affiliation: str | None = None
    since: EDTF | None = None
    listed: bool = False
    metonym: bool = False
    #: Whether it can be a person, while its kind is not known ("the Rose Revolution" cannot).
    person: bool = True
    roles: frozenset[str] = frozenset()
    aliases: tuple[str, ...] = ()
    mentions: list[tuple[int, int, MentionForm, str]] = field(factory=list)
    last_sentence: int = -1
    merged: Draft | None = None

    def mention(self, first: int, last: int, form: MentionForm, reason: str) -> None:
        """Adds a mention."""
        self.mentions.append((first, last, form, reason))

    def top(self) -> Draft:
        """The draft that this one was merged into, or itself."""
        return self.merged.top() if self.merged else self


@define(slots=True, eq=False)
class Cast:
    """The actors of an article, and who the sources of its attributions are."""

    drafts: list[Draft]
    speakers: dict[int, list[Draft]]
    by_phrase: dict[int, Draft]
    actors: dict[int, Actor] = field(factory=dict)
    dropped: set[int] = field(factory=set)

    def actor(self, draft: Draft | None) -> Actor | None:
        """The finished actor of a draft."""
        return self.actors.get(id(draft.top())) if draft is not None else None


def build(reading: Reading, cast: Cast) -> None:
    """Makes the actors of a cast, with ids in the order of the text."""
    for number, draft in enumerate(cast.drafts, start=1):
        aliases: tuple[str, ...] = ()
        if draft.aliases:
            aliases = tuple([a for a in dict.fromkeys(draft.aliases) if a != draft.name])
        cast.actors[id(draft)] = Actor(
            id=f"a{number}",
            name=draft.name,
            kind=draft.kind or ActorKind.ORGANIZATION,
            role=draft.role,
            portfolio=draft.portfolio,
            affiliation=draft.affiliation,
            country=draft.country or None,
            since=draft.since,
            aliases=aliases,
            mentions=_mentions(reading, draft),
        )


def _mentions(reading: Reading, draft: Draft) -> tuple[Mention, ...]:
    """Where an actor is mentioned, in the order of the text; of one place, what came first."""
    places = draft.mentions
    if len(places) > 1:
        firsts: dict[tuple[int, int], tuple[int, int, MentionForm, str]] = {}
        for place in places:
            firsts.setdefault(place[:2], place)
        places = sorted(firsts.values(), key=_PLACE)
    return tuple(
        [
            Mention(excerpt=reading.excerpt(first, last), form=form, reason=reason)
            for first, last, form, reason in places
        ]
    )


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """The form under which a name is found again."""
    return name.casefold().replace("’", "'").rstrip(".")


def last_word(text: str) -> str:
    """The last word of a text, or the text itself where it has none."""
    return text.split()[-1] if text.split() else text
