"""A passage of a text with its place: what every fact rests on.

In: text and positions. Out: `Excerpt`. May not know what the passage means.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from attrs import frozen

from newsmodel.errors import ModelError
from newsmodel.model.checks import LARGEST, Checks, check_fields, filled, number, shorten

__all__ = ["Excerpt"]


class _HasText(Protocol):
    @property
    def text(self) -> str: ...


@frozen(kw_only=True)
class Excerpt:
    """A passage, verbatim, and where it starts.

    `text` and the two positions are the TextQuoteSelector (`exact`) and TextPositionSelector
    (`start`, `end`) of the W3C Web Annotation Data Model. Positions count Unicode code points from
    0, as Python's `str` does. An excerpt is never empty.

    Attributes:
        text: the passage, at least one character.
        start: the position of its first character, from 0 to 2⁶³ - 1.

    Raises:
        ModelError: `text` is empty or `start` is out of range.

    >>> excerpt = Excerpt(text="two frigates", start=4)
    >>> excerpt.end
    16
    >>> str(excerpt)
    'two frigates'
    """

    text: str
    start: int

    def __attrs_post_init__(self) -> None:
        # Most of what a parse builds is excerpts, so the table is only for saying what is wrong.
        start = self.start
        if (
            self.text.__class__ is not str
            or start.__class__ is not int
            or not self.text
            or not 0 <= start <= LARGEST
        ):
            check_fields(self, EXCERPT)

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Excerpt:
        """Return the passage of `text` from `start` up to, not including, `end`.

        Raises:
            ModelError: the positions are outside the text, or enclose nothing.

        >>> Excerpt.of("Minsk said no.", 0, 5)
        Excerpt(text='Minsk', start=0)
        """
        if not 0 <= start < end <= len(text):
            raise ModelError(f"no excerpt from {start} to {end} in a text of {len(text)}")
        if cls is not Excerpt or text.__class__ is not str or start.__class__ is not int:
            return cls(text=text[start:end], start=start)
        # All is checked. A parse builds a hundred excerpts so, at half the constructor's cost.
        excerpt = _new(Excerpt)
        _set_text(excerpt, text[start:end])
        _set_start(excerpt, start)
        return excerpt

    @property
    def end(self) -> int:
        """The position just after the last character."""
        return self.start + len(self.text)

    def contains(self, other: Excerpt) -> bool:
        """Tell whether `other`, of the same text, lies wholly within this excerpt.

        >>> Excerpt(text="two frigates", start=4).contains(Excerpt(text="two", start=4))
        True
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Excerpt) -> bool:
        """Tell whether `other`, of the same text, shares a character with this excerpt.

        >>> Excerpt(text="two", start=4).overlaps(Excerpt(text="frigates", start=8))
        False
        """
        return self.start < other.end and other.start < self.end

    def is_in(self, text: str) -> bool:
        """Tell whether this is the passage of `text` at its place.

        >>> Excerpt(text="Minsk", start=3).is_in("In Minsk")
        True
        """
        return text.startswith(self.text, self.start)

    def context(self, source: str | _HasText, width: int = 40) -> str:
        """Return the excerpt with up to `width` characters of its text on either side.

        `source` is the text that the excerpt is from, or the article. An ellipsis shows where
        the text goes on.

        Raises:
            ModelError: the excerpt is not from that text, or `width` is negative.

        >>> text = "On Monday two frigates left for the Baltic Sea."
        >>> Excerpt.of(text, 10, 22).context(text, width=8)
        '…Monday two frigates left fo…'
        """
        text = source if isinstance(source, str) else source.text
        if width < 0:
            raise ModelError(f"width must be 0 or more, not {width}")
        if not self.is_in(text):
            raise ModelError(f"{shorten(self.text)!r} is not the text at {self.start}")
        first, last = max(0, self.start - width), min(len(text), self.end + width)
        before = ("…" if first > 0 else "") + text[first : self.start].lstrip()
        after = text[self.end : last].rstrip() + ("…" if last < len(text) else "")
        return before + self.text + after

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Excerpt(text={shorten(self.text)!r}, start={self.start})"


EXCERPT = Checks({"text": filled, "start": number})

# How a field of a frozen value is set, by its slot.
_new = object.__new__
_set_text: Callable[[Excerpt, str], None] = vars(Excerpt)["text"].__set__
_set_start: Callable[[Excerpt, int], None] = vars(Excerpt)["start"].__set__
