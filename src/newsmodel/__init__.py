"""Typed facts from news about politics and conflict: who, who said what, which forces went where.

>>> import newsmodel
>>> article = newsmodel.parse_article("“We stay,” said General Luis Costa.")
>>> article.statements[0].speakers[0].name
'Luis Costa'

What a name below needs is imported when it is first used, so that `import newsmodel` stays fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from newsmodel._version import __version__

if TYPE_CHECKING:
    from newsmodel.errors import (
        LanguageDataError,
        ModelError,
        NewsModelError,
        ParseError,
        SchemaVersionError,
        SerializationError,
        UnsupportedLanguageError,
    )
    from newsmodel.languages import Lexicon
    from newsmodel.model import (
        EDTF,
        Actor,
        ActorKind,
        Article,
        Block,
        BlockKind,
        Certainty,
        DeploymentKind,
        DeploymentStatus,
        Excerpt,
        Mention,
        MentionForm,
        MilitaryDeployment,
        Place,
        PlaceKind,
        Polarity,
        Quantity,
        SpeechAct,
        Statement,
        StatementKind,
        TimeReference,
        UnitType,
    )
    from newsmodel.parsing.find import (
        find_actors,
        find_deployments,
        find_quantities,
        find_statements,
        find_times,
        parse_actor,
        parse_article,
        parse_deployment,
        parse_statement,
    )
    from newsmodel.serialization import from_dict, from_json, json_schema, to_dict, to_json

_HOMES = {
    "newsmodel.errors": (
        "LanguageDataError",
        "ModelError",
        "NewsModelError",
        "ParseError",
        "SchemaVersionError",
        "SerializationError",
        "UnsupportedLanguageError",
    ),
    "newsmodel.languages": ("Lexicon",),
    "newsmodel.model": (
        "EDTF",
        "Actor",
        "ActorKind",
        "Article",
        "Block",
        "BlockKind",
        "Certainty",
        "DeploymentKind",
        "DeploymentStatus",
        "Excerpt",
        "Mention",
        "MentionForm",
        "MilitaryDeployment",
        "Place",
        "PlaceKind",
        "Polarity",
        "Quantity",
        "SpeechAct",
        "Statement",
        "StatementKind",
        "TimeReference",
        "UnitType",
    ),
    "newsmodel.parsing.find": (
        "find_actors",
        "find_deployments",
        "find_quantities",
        "find_statements",
        "find_times",
        "parse_actor",
        "parse_article",
        "parse_deployment",
        "parse_statement",
    ),
    "newsmodel.serialization": ("from_dict", "from_json", "json_schema", "to_dict", "to_json"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "EDTF",
    "Actor",
    "ActorKind",
    "Article",
    "Block",
    "BlockKind",
    "Certainty",
    "DeploymentKind",
    "DeploymentStatus",
    "Excerpt",
    "LanguageDataError",
    "Lexicon",
    "Mention",
    "MentionForm",
    "MilitaryDeployment",
    "ModelError",
    "NewsModelError",
    "ParseError",
    "Place",
    "PlaceKind",
    "Polarity",
    "Quantity",
    "SchemaVersionError",
    "SerializationError",
    "SpeechAct",
    "Statement",
    "StatementKind",
    "TimeReference",
    "UnitType",
    "UnsupportedLanguageError",
    "__version__",
    "find_actors",
    "find_deployments",
    "find_quantities",
    "find_statements",
    "find_times",
    "from_dict",
    "from_json",
    "json_schema",
    "parse_actor",
    "parse_article",
    "parse_deployment",
    "parse_statement",
    "to_dict",
    "to_json",
]


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
