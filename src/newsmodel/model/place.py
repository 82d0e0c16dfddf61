"""A place that forces leave, reach or are at.

In: a name, a country, a kind. Out: `Place`. May not know how names are found in a text.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from newsmodel.model.checks import Checks, Instance, Optional, check_fields, country_code, words
from newsmodel.model.excerpt import Excerpt

__all__ = ["Place", "PlaceKind"]


class PlaceKind(StrEnum):
    """What sort of place it is."""

    COUNTRY = "country"
    CITY = "city"
    REGION = "region"
    SEA = "sea"
    BASE = "base"
    OTHER = "other"


@frozen(kw_only=True)
class Place:
    """A place, as the text names it.

    Attributes:
        name: its name in the text ("Baltic Sea", "Wit-Rusland"), not blank.
        country: ISO 3166-1 alpha-2 code of the country that it is or lies in, or None where it
            is unknown or there is none (a sea).
        kind: see `PlaceKind`.
        excerpt: the words that name it.

    Raises:
        ModelError: the name is blank or the country is not two capital letters.

    >>> Place(name="Gdynia", country="PL", kind=PlaceKind.CITY,
    ...       excerpt=Excerpt(text="Gdynia", start=12)).country
    'PL'
    """

    name: str
    country: str | None = None
    kind: PlaceKind
    excerpt: Excerpt

    def __attrs_post_init__(self) -> None:
        check_fields(self, PLACE)

    def __str__(self) -> str:
        return self.name


PLACE = Checks(
    {
        "name": words,
        "country": Optional(country_code),
        "kind": Instance(PlaceKind),
        "excerpt": Instance(Excerpt),
    }
)
