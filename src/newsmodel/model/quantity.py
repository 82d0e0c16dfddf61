"""How many: a number with bounds, as texts give it.

In: bounds. Out: `Quantity`. May not know number words or what is counted.
"""

from __future__ import annotations

from attrs import frozen

from newsmodel.model.checks import Checks, Instance, Optional, check_fields, number, refuse
from newsmodel.model.excerpt import Excerpt

__all__ = ["Quantity"]


@frozen(kw_only=True)
class Quantity:
    """A whole number, or the range that it lies in.

    Attributes:
        lower: the least it can be, from 0 to 2⁶³ - 1, or None where the text sets no lower bound
            ("up to 500").
        upper: the most it can be, or None where the text sets no upper bound ("at least 500").
            Both are None where the text only says that there were some ("several").
        approximate: whether the text rounds ("about 500" is 500 to 500, approximate).
        excerpt: the words that give it.

    Raises:
        ModelError: a bound is negative or `lower` is above `upper`.

    >>> some = Quantity(lower=3000, upper=4000, excerpt=Excerpt(text="3,000 to 4,000", start=0))
    >>> str(some)
    '3000 to 4000'
    """

    lower: int | None = None
    upper: int | None = None
    approximate: bool = False
    excerpt: Excerpt

    def __attrs_post_init__(self) -> None:
        check_fields(self, QUANTITY)
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            refuse(self, [("lower", f"must not be above upper, {self.lower} above {self.upper}")])

    @property
    def exact(self) -> int | None:
        """The number, where the text gives one and does not round it; else None.

        >>> Quantity(lower=2, upper=2, excerpt=Excerpt(text="two", start=0)).exact
        2
        >>> Quantity(lower=200, upper=999, excerpt=Excerpt(text="hundreds", start=0)).exact
        """
        return self.lower if self.lower == self.upper and not self.approximate else None

    def __str__(self) -> str:
        if self.lower is None and self.upper is None:
            return "some"
        if self.upper is None:
            words = f"at least {self.lower}"
        elif self.lower is None:
            words = f"up to {self.upper}"
        elif self.lower == self.upper:
            words = str(self.lower)
        else:
            words = f"{self.lower} to {self.upper}"
        return f"about {words}" if self.approximate else words


QUANTITY = Checks(
    {
        "lower": Optional(number),
        "upper": Optional(number),
        "approximate": Instance(bool),
        "excerpt": Instance(Excerpt),
    }
)
