"""What stands around a deployment and changes it: orders, plans, denials (wrappers.toml)."""

from __future__ import annotations

from attrs import frozen

from newsmodel.errors import LanguageDataError

#: What the words of a group do to a deployment; the files say each in a comment.
GROUPS = (
    "order",
    "plan",
    "begin",
    "continue",
    "end",
    "cancel",
    "demand",
    "hypothetical",
    "transfer",
    "loss",
    "training",
    "total",
    "state",
    "civilian",
    "from",
    "to",
    "at",
    "border",
    "part",
    "territory",
    "there",
    "with",
    "by",
    "amount",
    "more",
    "part_of",
    "indefinite",
    "military",
    "future",
    "passive",
    "passive_present",
    "be_perfect",
    "not_only",
    "for",
    "leave",
    "through",
    "where",
    "inside",
    "causative",
    "announce",
    "vague",
    "offshore",
    "which",
    "share",
    "single",
    "each",
    "untrue",
    "irregular",
    "thither",
    "since",
    "follow",
    "back",
)


@frozen(slots=True, kw_only=True)
class Wrapper:
    """Words of one kind, in lower case: verb forms, nouns, conjunctions and fixed phrases."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


Wrappers = dict[str, Wrapper]


def check_wrappers(wrappers: Wrappers) -> Wrappers:
    """The groups, all of them there; an unknown one is refused."""
    unknown = [name for name in wrappers if name not in GROUPS]
    if unknown:
        raise LanguageDataError(
            f"unknown group {unknown[0]!r}; there are {', '.join(GROUPS)}", file="wrappers.toml"
        )
    return {name: wrappers.get(name, Wrapper()) for name in GROUPS}
