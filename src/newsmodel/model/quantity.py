"""How many: a number with bounds, as texts give it.

In: bounds. Out: `Quantity`. May not know number words or what is counted.
"""

from __future__ import annotations

from attrs import frozen

from newsmodel.errors import ModelError
from newsmodel.model.checks import check_type, wrong_type
from newsmodel.model.excerpt import Excerpt

__all__ = ["Quantity"]


@frozen(kw_only=True)
class Quantity:
    """A whole number, or the range that it lies in.

    Attributes:
        lower: the least it can be, 0 or more, or None where the text sets no lower bound
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
        lower, upper = self.lower, self.upper
        for name, bound in (("lower", lower), ("upper", upper)):
            if bound is not None:
                if bound.__class__ is not int:
                    wrong_type("Quantity", name, "int or None", bound)
                if bound < 0:
                    raise ModelError(f"Quantity.{name} must be 0 or more, not {bound}")
        if lower is not None and upper is not None and lower > upper:
            raise ModelError(f"Quantity.lower {lower} must not be above Quantity.upper {upper}")
        check_type("Quantity", "approximate", bool, self.approximate)
        check_type("Quantity", "excerpt", Excerpt, self.excerpt)

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
