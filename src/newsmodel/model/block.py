"""A stretch of an article with one purpose: a headline, a paragraph, a caption.

In: a passage and its kind. Out: `Block`. May not know how an article is divided.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from newsmodel.model.checks import Checks, Instance, check_fields, readable
from newsmodel.model.excerpt import Excerpt

__all__ = ["Block", "BlockKind"]


class BlockKind(StrEnum):
    """What a block of the text is."""

    HEADER = "header"
    """Lines about the article: its outlet, section, date."""
    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    """A heading between paragraphs."""
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    TEASER = "teaser"
    """A link to another article."""


@frozen(kw_only=True)
class Block:
    """A stretch of the text with one purpose.

    Attributes:
        kind: see `BlockKind`.
        excerpt: the stretch.

    >>> Block(kind=BlockKind.HEADING, excerpt=Excerpt(text="Earlier attacks", start=120)).kind.value
    'heading'
    """

    kind: BlockKind
    excerpt: Excerpt

    def __attrs_post_init__(self) -> None:
        # Looked at here first: going through the table costs more.
        if self.kind.__class__ is not BlockKind or self.excerpt.__class__ is not Excerpt:
            check_fields(self, BLOCK)

    def __repr__(self) -> str:
        return readable(self, BLOCK)


BLOCK = Checks({"kind": Instance(BlockKind), "excerpt": Instance(Excerpt)})
