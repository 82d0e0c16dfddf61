"""The layout words of a language: what marks bylines, captions and teasers (layout.toml)."""

from __future__ import annotations

from attrs import frozen


@frozen(slots=True, kw_only=True)
class Layout:
    """Words by which a line shows that it is no paragraph, in lower case."""

    #: The label of a date above the article ("date", "published").
    header: tuple[str, ...] = ()
    #: The first word of a byline ("by").
    byline: tuple[str, ...] = ()
    #: The first word of a caption, before a dot or a colon ("photo").
    caption: tuple[str, ...] = ()
    #: The first word, before a colon, or the first two words of a link to another article.
    teaser: tuple[str, ...] = ()
