"""The types: what an article holds, and the invariants that hold for it.

All are immutable, hashable values, built from keyword arguments and checked when they are built:
a `TypeError` for a value of the wrong type, a `ModelError` for one that breaks an invariant. They
know nothing of languages, parsers or file formats.
"""

from newsmodel.model.actor import Actor, ActorKind, Mention, MentionForm
from newsmodel.model.article import Article
from newsmodel.model.block import Block, BlockKind
from newsmodel.model.deployment import (
    DeploymentKind,
    DeploymentStatus,
    MilitaryDeployment,
    UnitType,
)
from newsmodel.model.excerpt import Excerpt
from newsmodel.model.place import Place, PlaceKind
from newsmodel.model.quantity import Quantity
from newsmodel.model.statement import Certainty, Polarity, SpeechAct, Statement, StatementKind
from newsmodel.model.time import EDTF, Precision, TimeReference

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
    "Mention",
    "MentionForm",
    "MilitaryDeployment",
    "Place",
    "PlaceKind",
    "Polarity",
    "Precision",
    "Quantity",
    "SpeechAct",
    "Statement",
    "StatementKind",
    "TimeReference",
    "UnitType",
]
