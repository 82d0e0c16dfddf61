"""The article: its text, and all that was found in it.

In: the text and its parts. Out: `Article`. May not know how the parts were found.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from newsmodel.model.actor import Actor, MentionForm
from newsmodel.model.block import Block, BlockKind
from newsmodel.model.checks import (
    Checks,
    Instance,
    Optional,
    Several,
    check_fields,
    language_code,
    readable,
    refuse,
)
from newsmodel.model.consistency import (
    Problem,
    are_distinct,
    are_in,
    are_known,
    problems_of_actors,
    problems_of_deployments,
    problems_of_passages,
    problems_of_statements,
)
from newsmodel.model.deployment import MilitaryDeployment
from newsmodel.model.excerpt import Excerpt
from newsmodel.model.statement import Statement
from newsmodel.model.time import EDTF

__all__ = ["Article"]


@frozen(kw_only=True)
class Article:
    """A news article and the facts in it, each with the passage that it rests on.

    Attributes:
        text: the article exactly as it was received; every position counts in it.
        language: ISO 639-1 code, two lower-case letters.
        published: when it was published, as precisely as is known, or None.
        headline: the headline, or None.
        blocks: the blocks of the text, in its order.
        actors: who takes part, each once.
        statements: who said what.
        deployments: which forces went where.
        unattributed: quotations that the text gives to nobody.

    Raises:
        ModelError: an excerpt is not the text at its position; an id is not unique; an actor or
            statement that is named is not among those of the article (an equal one), or a
            deployment that is referred to is not. All are listed in `ModelError.problems`. Before
            that: the language is not two lower-case letters.

    >>> Article(text="No comment.", language="en", headline=Excerpt(text="no", start=0))
    Traceback (most recent call last):
        ...
    newsmodel.errors.ModelError: Article.headline is 'no', but the text at 0 is 'No'
    """

    text: str
    language: str
    published: EDTF | None = None
    headline: Excerpt | None = None
    blocks: tuple[Block, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    deployments: tuple[MilitaryDeployment, ...] = ()
    unattributed: tuple[Excerpt, ...] = ()

    def __attrs_post_init__(self) -> None:
        check_fields(self, ARTICLE)
        if not self._is_consistent():
            problems = tuple(self._problems())
            if problems:
                refuse(self, problems)

    def _is_consistent(self) -> bool:
        """Whether there are surely no problems, at less cost than to look for each."""
        passages = [*self.unattributed, *[block.excerpt for block in self.blocks]]
        if self.headline is not None:
            passages.append(self.headline)
        return (
            are_distinct(self.actors, self.statements, self.deployments)
            and are_known(self.actors, self.statements, self.deployments)
            and are_in(self.text, passages, self.actors, self.statements, self.deployments)
        )

    def _problems(self) -> Iterator[Problem]:
        text = self.text
        yield from problems_of_passages(text, self.headline, self.blocks, self.unattributed)
        yield from problems_of_actors(text, self.actors)
        yield from problems_of_statements(text, self.statements, self.actors)
        yield from problems_of_deployments(text, self.deployments, self.actors, self.statements)

    @property
    def headings(self) -> tuple[Excerpt, ...]:
        """The headings between the paragraphs, in the order of the text."""
        return tuple(b.excerpt for b in self.blocks if b.kind is BlockKind.HEADING)

    @property
    def quotations(self) -> tuple[Excerpt, ...]:
        """All quotations, those of statements and the unattributed, in the order of the text."""
        found = {q for statement in self.statements for q in statement.quotations}
        found.update(self.unattributed)
        return tuple(sorted(found, key=lambda quotation: (quotation.start, quotation.end)))

    def actor(self, name: str) -> Actor | None:
        """Return the actor of that name, or None where the article has none.

        Case does not matter. Full names come first, then aliases, then the other words by which
        the text names an actor (a surname, a metonym, but no pronoun); where several actors answer
        to the same words, the first of the article is meant.

        >>> from newsmodel.model import ActorKind
        >>> article = Article(
        ...     text="Ana Silva resigned.", language="en",
        ...     actors=(Actor(id="a1", name="Ana Silva", kind=ActorKind.PERSON,
        ...                   aliases=("Silva",)),))
        >>> str(article.actor("silva"))
        'Ana Silva'
        >>> article.actor("Costa") is None
        True
        """
        wanted = _folded(name)
        for actor in self.actors:
            if _folded(actor.name) == wanted:
                return actor
        for actor in self.actors:
            if any(_folded(alias) == wanted for alias in actor.aliases):
                return actor
        for actor in self.actors:
            if any(_names(mention.form, mention.excerpt, wanted) for mention in actor.mentions):
                return actor
        return None

    def statements_by(self, actor: Actor | str) -> tuple[Statement, ...]:
        """Return the statements of which the actor, given itself or by name, is a speaker.

        A name is looked up as by `actor`; one that no actor answers to has no statements.
        """
        speaker = self.actor(actor) if isinstance(actor, str) else actor
        return tuple(s for s in self.statements if speaker in s.speakers)

    def __hash__(self) -> int:
        return hash((self.text, self.language))

    def __repr__(self) -> str:
        return readable(
            self,
            ARTICLE,
            blocks=lambda: f"<{len(self.blocks)}>",
            actors=lambda: f"<{len(self.actors)}>",
            statements=lambda: f"<{len(self.statements)}>",
            deployments=lambda: f"<{len(self.deployments)}>",
            unattributed=lambda: f"<{len(self.unattributed)}>",
        )


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _names(form: MentionForm, excerpt: Excerpt, wanted: str) -> bool:
    return form is not MentionForm.PRONOUN and _folded(excerpt.text) == wanted


ARTICLE = Checks(
    {
        "text": Instance(str),
        "language": language_code,
        "published": Optional(Instance(EDTF)),
        "headline": Optional(Instance(Excerpt)),
        "blocks": Several(Instance(Block)),
        "actors": Several(Instance(Actor)),
        "statements": Several(Instance(Statement)),
        "deployments": Several(Instance(MilitaryDeployment)),
        "unattributed": Several(Instance(Excerpt)),
    }
)
