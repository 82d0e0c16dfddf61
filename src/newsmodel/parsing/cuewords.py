"""Cue words: what the lexicon of cues says of a single word, found once for each word.

In: a profile. Out: :class:`CueWords`, look-ups by normal form that are shared by all texts in the
language. Knows nothing of the words around one.
"""

from __future__ import annotations

from enum import IntFlag, auto
from functools import lru_cache

from attrs import frozen

from newsmodel.languages.byword import ByWord
from newsmodel.languages.profile import CueForm, Form, Profile
from newsmodel.languages.schema import CueType, Frame


class Grouping(IntFlag):
    """What a word can be in or beside the group of a verb."""

    AUXILIARY = auto()
    MIDDLE = auto()
    """It can stand between an auxiliary and its verb."""
    FUNCTION = auto()
    BARRIER = auto()
    """No auxiliary before it belongs to a verb after it."""
    POSSESSIVE = auto()
    DETERMINER = auto()
    """After it stands a noun, not a verb."""


#: Frames of cues whose object stands between the verb and its preposition.
_OBJECT = frozenset({Frame.OF, Frame.ON, Frame.PREDICATE})


@frozen(slots=True, eq=False)
class Hearers:
    """Whom a cue speaks to, and who else may stand beside it, as its entry says."""

    #: The prepositions before a hearer, and whether one can stand as the object.
    prepositions: frozenset[str]
    object: bool
    #: What introduces the source itself ("klinkt het bij X"), and a text ("blijkt uit X").
    sources: frozenset[str]
    documents: frozenset[str]


@frozen(slots=True, eq=False)
class Verb:
    """A form of a verb with the companions that it needs."""

    form: CueForm
    hearers: Hearers
    #: The alternatives for its companion, each as its words; none where it needs none.
    companions: tuple[list[str], ...]
    #: The last words of these.
    ends: frozenset[str]
    #: Whether it takes a noun phrase and nothing else.
    only_object: bool
    #: Whether an object may stand before its preposition, and whether only with an infinitive.
    governs: bool
    governs_infinitive: bool
    #: Whether one form of the word can be the finite verb and the infinitive.
    finite_too: bool


@frozen(slots=True, eq=False)
class CueWord:
    """What a word can be as a cue."""

    #: Whether it is one of the lexicon's phrases all by itself, and with which second words a
    #: longer one starts ("according to").
    phrase: bool
    seconds: frozenset[str]
    #: Whether it can be a noun or verb that is a cue.
    word: bool
    noun: CueForm | None
    #: Whether it may be a noun and nothing else, though it stands within a name.
    noun_first: bool
    verbs: tuple[Verb, ...]
    #: The verbs that need no companion.
    plain: tuple[Verb, ...]
    #: The last words of all companions, and the verbs that there can be beside each alone.
    companions: frozenset[str]
    beside: dict[str, tuple[Verb, ...]]
    participle: bool
    gerund: bool


class CueWords:
    """Look-ups for one profile, all for a normal form."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        #: What it can be as a cue, None for most words.
        self.cues: ByWord[CueWord | None] = ByWord(self._cue)
        #: What it is beside a verb, of :class:`Grouping`.
        self.groups: ByWord[int] = ByWord(self._group)

    def _cue(self, norm: str) -> CueWord | None:
        profile = self.profile
        phrases, forms = profile.cue_phrases.by_first.get(norm, ()), profile.cues.get(norm, ())
        if norm in profile.words.prepositions:
            forms = ()
        if not phrases and not forms:
            return None
        nouns = [form for form in forms if form.cue.type is CueType.NOUN]
        verbs = tuple(_verb(form, forms) for form in forms if form.cue.type is not CueType.NOUN)
        return CueWord(
            phrase=any(not rest for rest, _ in phrases),
            seconds=frozenset(rest[0] for rest, _ in phrases if rest),
            word=bool(forms),
            noun=nouns[0] if nouns else None,
            noun_first=bool(forms) and forms[0].cue.type is CueType.NOUN,
            verbs=verbs,
            plain=tuple(verb for verb in verbs if not verb.companions),
            companions=(ends := frozenset().union(*(verb.ends for verb in verbs))),
            beside={
                end: tuple(verb for verb in verbs if not verb.ends or end in verb.ends)
                for end in ends
            },
            participle=any(form.form is Form.PARTICIPLE for form in forms),
            gerund=any(form.form is Form.GERUND for form in forms),
        )

    def _group(self, norm: str) -> int:
        words = self.profile.words
        determiner = (norm in words.articles and norm not in words.pronouns) or (
            norm in words.possessives
            and norm not in words.pronouns
            and norm not in words.auxiliaries
        )
        found = {
            Grouping.AUXILIARY: norm in words.auxiliaries,
            Grouping.MIDDLE: (
                norm in words.light or norm in words.negations or norm in words.pronouns
            ),
            Grouping.FUNCTION: norm in words.function_words,
            Grouping.BARRIER: (
                not norm[0].isalnum()
                or norm in words.complementizers
                or norm in words.coordinators
                or norm in words.to
            ),
            Grouping.POSSESSIVE: norm in words.possessives,
            Grouping.DETERMINER: determiner,
        }
        return int(sum(flag for flag, holds in found.items() if holds))


def _verb(form: CueForm, forms: tuple[CueForm, ...]) -> Verb:
    cue, frames = form.cue, frozenset(form.cue.frames)
    # A verb that is written in one with its particle needs no other, nor does the gerund then.
    joined = form.form is Form.JOINED or (form.form is Form.GERUND and bool(cue.joined))
    companions = () if joined else tuple(phrase.split() for phrase in cue.with_)
    return Verb(
        form=form,
        hearers=hearers(cue.addressee),
        companions=companions,
        ends=frozenset(words[-1] for words in companions),
        only_object=frames == {Frame.NP},
        governs=bool(frames & _OBJECT),
        governs_infinitive=Frame.OBJECT_INFINITIVE in frames,
        finite_too=any(other.finite and other.cue is cue for other in forms),
    )


@lru_cache(maxsize=1024)
def hearers(addressee: tuple[str, ...]) -> Hearers:
    """Whom an entry's column of hearers names."""
    marked = {sign: {a[1:] for a in addressee if a[0] == sign} for sign in "=@"}
    return Hearers(
        prepositions=frozenset(a for a in addressee if a[0] not in marked),
        object="object" in addressee,
        sources=frozenset(marked["="]),
        documents=frozenset(marked["@"]),
    )


@lru_cache(maxsize=16)
def cue_words(profile: Profile) -> CueWords:
    """The look-ups of a profile."""
    return CueWords(profile)
