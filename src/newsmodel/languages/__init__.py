"""Languages as data: lexicons, their schema, and the profiles compiled from them."""

from __future__ import annotations

from newsmodel.languages.lexicon import LANGUAGES, Lexicon
from newsmodel.languages.profile import Profile, load_profile
from newsmodel.languages.schema import (
    Country,
    Cue,
    CueType,
    FirstName,
    Frame,
    KnownName,
    Metonym,
    Move,
    OrganizationNoun,
    PlaceName,
    PlaceNoun,
    Platform,
    Role,
    RoleKind,
    Unit,
)

__all__ = [
    "LANGUAGES",
    "Country",
    "Cue",
    "CueType",
    "FirstName",
    "Frame",
    "KnownName",
    "Lexicon",
    "Metonym",
    "Move",
    "OrganizationNoun",
    "PlaceName",
    "PlaceNoun",
    "Platform",
    "Profile",
    "Role",
    "RoleKind",
    "Unit",
    "load_profile",
]
