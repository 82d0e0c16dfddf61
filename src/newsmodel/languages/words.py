"""The closed classes of a language: words.toml and grammar.toml, and their compiled form.

In: word lists. Out: :class:`WordSets`, the sets by which the stages of a parse ask what a word is.
The first files holds words, the second the few facts of word order that rules depend on.
"""

from __future__ import annotations

from typing import Any

from attrs import define, field, frozen

from newsmodel.languages.orthography import split_words
from newsmodel.languages.phrases import Phrases


@frozen(slots=True, kw_only=True)
class Determiners:
    """Words before a noun."""

    definite: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    demonstrative: tuple[str, ...] = ()
    quantifier: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    all: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Genitive:
    """Marks of the possessor, as tokens after it."""

    markers: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class PossessiveForm:
    """A possessive pronoun; person, number and gender are the possessor's."""

    form: str
    person: int
    number: str
    gender: str


@frozen(slots=True, kw_only=True)
class Possessives:
    """All possessive pronouns."""

    forms: tuple[PossessiveForm, ...] = ()


@frozen(slots=True, kw_only=True)
class PersonalForm:
    """One reading of a personal pronoun."""

    form: str
    person: int
    number: str
    gender: str
    case: str


@frozen(slots=True, kw_only=True)
class Pronouns:
    """Pronouns by class."""

    personal: tuple[PersonalForm, ...] = ()
    relative: tuple[str, ...] = ()
    reflexive: tuple[str, ...] = ()
    interrogative: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    expletive: tuple[str, ...] = ()
    demonstrative: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class WordsAndPhrases:
    """Single words, and phrases of several."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Conjunctions:
    """Conjunctions by class."""

    coordinating: tuple[str, ...] = ()
    correlative: tuple[str, ...] = ()
    subordinating: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Complementizers:
    """What opens a content clause or an infinitive."""

    declarative: tuple[str, ...] = ()
    interrogative: tuple[str, ...] = ()
    infinitive: tuple[str, ...] = ()
    infinitive_phrases: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Verbs:
    """Auxiliaries and modals by what they tell of their clause."""

    be: tuple[str, ...] = ()
    have: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    modal: tuple[str, ...] = ()
    perfect: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    infinitive: tuple[str, ...] = ()
    raising: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Negation:
    """Negations; ``contracted`` are auxiliaries that hold one."""

    words: tuple[str, ...] = ()
    contracted: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class CertaintyWords:
    """What makes a clause possible, probable or certain."""

    possible: tuple[str, ...] = ()
    possible_modals: tuple[str, ...] = ()
    probable: tuple[str, ...] = ()
    certain: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Names:
    """Small words within names."""

    particles: tuple[str, ...] = ()
    particle_phrases: tuple[str, ...] = ()
    rare_particle_phrases: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    capitalised_in_names: tuple[str, ...] = ()
    #: Nouns for ships and the like, whose names are nobody's ("the ferry Aurora").
    vessels: tuple[str, ...] = ()
    #: Endings that make a modifier of a name ("Oslo-based").
    joined_modifiers: tuple[str, ...] = ()
    #: Endings that make a member's word of an acronym ("VVD'er").
    member_suffixes: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Adverbs:
    """Adverbs that may stand between a source and its cue."""

    neutral: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Sources:
    """What unnamed sources are called beside their noun."""

    adjectives: tuple[str, ...] = ()
    closeness: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class RoleWords:
    """Marks of former and deputy offices; nouns for people that are often something else."""

    former: tuple[str, ...] = ()
    deputy: tuple[str, ...] = ()
    #: After an office or rank: who no longer serves ("ret.", "b.d.").
    retired: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Portfolios:
    """Fields of government."""

    subjects: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Documents:
    """Nouns for texts that say something, and for what only bears words, which nobody says."""

    nouns: tuple[str, ...] = ()
    inscriptions: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Passive:
    """Phrases that attribute to nobody."""

    impersonal: tuple[str, ...] = ()
    subject_raising: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Capitals:
    """Words that are no names though they have a capital."""

    openers: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Recognition:
    """Words by which a text shows its language."""

    words: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Abbreviations:
    """Words whose dot ends no sentence."""

    words: tuple[str, ...] = ()
    before_number: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class Words:
    """words.toml."""

    determiners: Determiners
    pronouns: Pronouns
    prepositions: WordsAndPhrases
    conjunctions: Conjunctions
    complementizers: Complementizers
    verbs: Verbs
    recognition: Recognition
    genitive: Genitive = Genitive()
    possessives: Possessives = Possessives()
    negation: Negation = Negation()
    certainty: CertaintyWords = CertaintyWords()
    names: Names = Names()
    adverbs: Adverbs = Adverbs()
    sources: Sources = Sources()
    roles: RoleWords = RoleWords()
    portfolios: Portfolios = Portfolios()
    documents: Documents = Documents()
    passive: Passive = Passive()
    capitals: Capitals = Capitals()
    abbreviations: Abbreviations = Abbreviations()


@frozen(slots=True, kw_only=True)
class Grammar:
    """grammar.toml: facts of word order, and small classes that only rules need.

    ``verb_second``: the finite verb is the second constituent of a main clause and stands last in
    a subordinate one. ``object_first``: an infinitive's objects stand before its marker.
    ``auxiliary_reach``: how many tokens may stand between an auxiliary and its verb.
    """

    verb_second: bool = False
    #: Whether nouns are joined without a space into nouns that no list can hold.
    compounds: bool = False
    object_first: bool = False
    auxiliary_reach: int = 4
    #: Prepositions of possession ("of", "van") and of the passive agent ("by", "door").
    of: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    #: The conjunction that joins two names.
    and_: tuple[str, ...] = ()
    #: What opens a clause that says who put it so ("as X said, …").
    as_: tuple[str, ...] = ()
    #: What opens an infinitive clause of purpose or content before its objects ("om").
    om: tuple[str, ...] = ()
    #: What may stand before an inverted cue after its content ("zo").
    thus: tuple[str, ...] = ()
    #: Pronouns that, first in a sentence, take up the one before ("Dat zei X").
    anaphors: tuple[str, ...] = ()
    #: Prepositions of the occasion of an utterance ("in a statement").
    circumstance_prepositions: tuple[str, ...] = ()
    #: Prepositions after which a capital is a place, not a government.
    locative_prepositions: tuple[str, ...] = ()
    #: Bare nouns for those who are told something.
    hearers: tuple[str, ...] = ()
    #: Words before an office that are part of it ("deputy", "presidential").
    role_modifiers: tuple[str, ...] = ()
    #: Endings of gerunds and of finite verbs that no list has.
    gerund_suffixes: tuple[str, ...] = ()
    finite_suffixes: tuple[str, ...] = ()
    #: Endings of a present after a singular pronoun ("he wants").
    singular_suffixes: tuple[str, ...] = ()
    #: Words before or after a term in quotation marks that is only called so.
    so_called: tuple[str, ...] = ()
    #: Nouns that, in the plural and without a name, stand for a government ("authorities").
    governments: tuple[str, ...] = ()
    #: Verbs and phrases after which somebody holds office since a time ("in power").
    in_office: tuple[str, ...] = ()
    #: Endings of nouns for state bodies that an adjective is enough to name ("Norwegian army").
    named_bodies: tuple[str, ...] = ()
    #: Words that, opening a body's name, tell that it is no single state's ("European").
    international: tuple[str, ...] = ()
    #: Nouns for bodies that a name right after them makes an outlet ("the agency Firat").
    outlets: tuple[str, ...] = ()
    #: What opens an afterthought of the author's after a content ("despite").
    concessive: tuple[str, ...] = ()
    #: The same where a finite verb follows ("al noemt ze het een begin").
    concessive_inversions: tuple[str, ...] = ()
    #: Conjunctions of time by which the author adds to what somebody demanded ("as").
    temporal: tuple[str, ...] = ()
    #: Nouns for a country that the text has named ("the island nation"), by their last word.
    country_nouns: tuple[str, ...] = ()
    #: What came of a demand, added behind it ("in vain").
    outcomes: tuple[str, ...] = ()
    #: Conjunctions by which the author may take over from what was said ("but").
    adversatives: tuple[str, ...] = ()
    #: Subordinators that set one source's words against another's ("while").
    contrastive: tuple[str, ...] = ()
    #: Nouns for relatives and the like, which are no office of whom they name.
    kin: tuple[str, ...] = ()
    #: General words for the head of a country, whatever the office ("leader").
    heads: tuple[str, ...] = ()
    #: The offices of such a head ("president").
    head_offices: tuple[str, ...] = ()
    #: Nouns for those who work for a ministry without leading it ("spokeswoman").
    staff: tuple[str, ...] = ()
    #: Indefinite pronouns and numerals that can be a source by themselves ("others said").
    indefinite_sources: tuple[str, ...] = ()
    #: Adverbs that negate the verb they stand beside, not an object of it.
    verb_negations: tuple[str, ...] = ()
    #: Prepositions before the outlet that somebody spoke to or in.
    via: tuple[str, ...] = ()
    #: The preposition that names who an utterance comes from ("a warning from X").
    from_: tuple[str, ...] = ()


@frozen(slots=True)
class Pronoun:
    """A personal pronoun with all its readings."""

    readings: tuple[PersonalForm, ...]

    @property
    def subject(self) -> bool:
        """Whether it can be a subject."""
        return any(r.case in ("subject", "any") for r in self.readings)


@define(slots=True, eq=False)
class WordSets:
    """The closed classes as sets, for questions asked many times a sentence."""

    articles: frozenset[str]
    determiners: frozenset[str]
    both: frozenset[str]
    pronouns: dict[str, Pronoun]
    possessives: dict[str, PossessiveForm]
    relatives: frozenset[str]
    question: frozenset[str]
    expletives: frozenset[str]
    reflexives: frozenset[str]
    indefinite_pronouns: frozenset[str]
    prepositions: frozenset[str]
    coordinators: frozenset[str]
    subordinators: frozenset[str]
    #: Word to "that" or "whether".
    complementizers: dict[str, str]
    to: frozenset[str]
    auxiliaries: dict[str, str]
    negations: frozenset[str]
    verb_negations: frozenset[str]
    light: frozenset[str]
    particles: frozenset[str]
    particle_phrases: tuple[tuple[str, ...], ...]
    kin: frozenset[str]
    function_words: frozenset[str]
    openers: frozenset[str]
    source_adjectives: frozenset[str]
    ambiguous_roles: frozenset[str]
    name_prefixes: tuple[str, ...]
    named_bodies: tuple[str, ...]
    international: frozenset[str]
    outlets: frozenset[str]
    concessive: frozenset[str]
    concessive_inversions: frozenset[str]
    temporal: frozenset[str]
    outcomes: Phrases[str]
    country_nouns: frozenset[str]
    adversatives: frozenset[str]
    contrastive: frozenset[str]
    indefinite: frozenset[str]
    quantifiers: frozenset[str]
    heads: frozenset[str]
    head_offices: frozenset[str]
    staff: frozenset[str]
    retired: Phrases[str]
    name_suffixes: frozenset[str]
    vessels: frozenset[str]
    joined_modifiers: tuple[str, ...]
    member_suffixes: tuple[str, ...]
    definite: frozenset[str]
    from_: frozenset[str]
    via: frozenset[str]
    documents: frozenset[str]
    inscriptions: frozenset[str]
    abbreviations: frozenset[str]
    number_abbreviations: frozenset[str]
    portfolios: Phrases[str]
    role_modifiers: frozenset[str]
    former: frozenset[str]
    possible: Phrases[str]
    probable: Phrases[str]
    recognition: frozenset[str]
    verb_second: bool
    compounds: bool
    object_first: bool
    auxiliary_reach: int
    of: frozenset[str]
    by: frozenset[str]
    and_: frozenset[str]
    as_: frozenset[str]
    om: frozenset[str]
    thus: frozenset[str]
    anaphors: frozenset[str]
    circumstance_prepositions: frozenset[str]
    locative_prepositions: frozenset[str]
    hearers: frozenset[str]
    gerund_suffixes: tuple[str, ...]
    finite_suffixes: tuple[str, ...]
    singular_suffixes: tuple[str, ...]
    so_called: frozenset[str]
    governments: frozenset[str]
    in_office: Phrases[str]
    #: First words of anything that a search for names must stop at; filled by the profile.
    triggers: frozenset[str] = field(default=frozenset())
    #: Nouns for people and for bodies that form compounds with a name; filled by the profile.
    joining_roles: dict[str, Any] = field(factory=dict)
    #: All nouns for people of one word.
    single_roles: dict[str, Any] = field(factory=dict)
    joining_bodies: dict[str, Any] = field(factory=dict)


def compile_words(words: Words, grammar: Grammar) -> WordSets:
    """The sets of a language's closed classes."""
    auxiliaries = {
        **dict.fromkeys((*words.verbs.modal, *words.verbs.conditional), "modal"),
        **dict.fromkeys((w for w in words.verbs.future if " " not in w), "modal"),
        **dict.fromkeys(words.verbs.do, "do"),
        **dict.fromkeys((*words.verbs.passive, *words.verbs.be), "be"),
        **dict.fromkeys((*words.verbs.have,), "have"),
    }
    for marker in words.genitive.markers:
        auxiliaries.pop(marker, None)  # far more often a genitive than a contracted verb
    determiners = words.determiners
    pronouns: dict[str, Pronoun] = {}
    for form in words.pronouns.personal:
        earlier = pronouns.get(form.form)
        pronouns[form.form] = Pronoun((*earlier.readings, form) if earlier else (form,))
    possessives = {form.form: form for form in words.possessives.forms}
    all_determiners = frozenset(
        (
            *determiners.definite,
            *determiners.indefinite,
            *determiners.demonstrative,
            *determiners.quantifier,
            *determiners.both,
            *determiners.all,
            *possessives,
        )
    )
    subordinators = frozenset(words.conjunctions.subordinating)
    prepositions = frozenset(words.prepositions.words)
    function_words = (
        all_determiners
        | frozenset(pronouns)
        | frozenset(words.pronouns.relative)
        | frozenset(words.pronouns.reflexive)
        | frozenset(words.pronouns.interrogative)
        | frozenset(words.pronouns.indefinite)
        | frozenset(words.pronouns.expletive)
        | prepositions
        | frozenset(words.conjunctions.coordinating)
        | frozenset(words.conjunctions.correlative)
        | subordinators
        | frozenset(words.complementizers.declarative)
        | frozenset(words.complementizers.interrogative)
        | frozenset(words.complementizers.infinitive)
        | frozenset(words.complementizers.infinitive_phrases)
        | frozenset(auxiliaries)
        | frozenset(words.negation.words)
        | frozenset(words.adverbs.neutral)
    )
    return WordSets(
        articles=frozenset((*determiners.definite, *determiners.indefinite)),
        determiners=all_determiners,
        both=frozenset((*determiners.both, *determiners.all)),
        pronouns=pronouns,
        possessives=possessives,
        relatives=frozenset(words.pronouns.relative),
        question=frozenset(words.pronouns.interrogative),
        expletives=frozenset(words.pronouns.expletive),
        reflexives=frozenset(words.pronouns.reflexive),
        indefinite_pronouns=frozenset(grammar.indefinite_sources),
        prepositions=prepositions,
        coordinators=frozenset(words.conjunctions.coordinating),
        subordinators=subordinators,
        complementizers={
            **dict.fromkeys(words.complementizers.interrogative, "whether"),
            **dict.fromkeys(words.complementizers.declarative, "that"),
        },
        to=frozenset(words.complementizers.infinitive),
        auxiliaries=auxiliaries,
        negations=frozenset((*words.negation.words, *words.negation.contracted)),
        verb_negations=frozenset((*grammar.verb_negations, *words.negation.contracted)),
        light=frozenset(words.adverbs.neutral),
        particles=frozenset(words.names.particles),
        particle_phrases=tuple(
            tuple(p.split()) for p in sorted(words.names.particle_phrases, key=lambda p: -len(p))
        ),
        kin=frozenset(grammar.kin),
        function_words=function_words,
        openers=frozenset((*words.capitals.openers, *words.capitals.everyday)),
        source_adjectives=frozenset(words.sources.adjectives),
        ambiguous_roles=frozenset(words.roles.ambiguous),
        name_prefixes=words.names.prefixes,
        named_bodies=grammar.named_bodies,
        international=frozenset(grammar.international),
        outlets=frozenset(grammar.outlets),
        concessive=frozenset(grammar.concessive),
        concessive_inversions=frozenset(grammar.concessive_inversions),
        temporal=frozenset(grammar.temporal),
        country_nouns=frozenset(grammar.country_nouns),
        outcomes=Phrases((s.split(), s) for s in grammar.outcomes),
        adversatives=frozenset(grammar.adversatives),
        contrastive=frozenset(grammar.contrastive),
        indefinite=frozenset(determiners.indefinite),
        quantifiers=frozenset(determiners.quantifier),
        heads=frozenset(grammar.heads),
        head_offices=frozenset(grammar.head_offices),
        staff=frozenset(grammar.staff),
        retired=Phrases((split_words(s), s) for s in words.roles.retired),
        name_suffixes=frozenset(words.names.suffixes),
        vessels=frozenset(words.names.vessels),
        joined_modifiers=words.names.joined_modifiers,
        member_suffixes=words.names.member_suffixes,
        definite=frozenset((*determiners.definite, *determiners.demonstrative)),
        from_=frozenset(grammar.from_),
        via=frozenset(grammar.via),
        documents=frozenset(words.documents.nouns),
        inscriptions=frozenset(words.documents.inscriptions),
        abbreviations=frozenset(words.abbreviations.words),
        number_abbreviations=frozenset(words.abbreviations.before_number),
        portfolios=Phrases((s.split(), s) for s in words.portfolios.subjects),
        role_modifiers=frozenset(
            (*words.roles.former, *words.roles.deputy, *grammar.role_modifiers)
        ),
        former=frozenset(words.roles.former),
        possible=Phrases(
            (s.split(), s) for s in (*words.certainty.possible, *words.certainty.possible_modals)
        ),
        probable=Phrases((s.split(), s) for s in words.certainty.probable),
        recognition=frozenset(words.recognition.words),
        verb_second=grammar.verb_second,
        compounds=grammar.compounds,
        object_first=grammar.object_first,
        auxiliary_reach=grammar.auxiliary_reach,
        of=frozenset(grammar.of),
        by=frozenset(grammar.by),
        and_=frozenset(grammar.and_),
        as_=frozenset(grammar.as_),
        om=frozenset(grammar.om),
        thus=frozenset(grammar.thus),
        anaphors=frozenset(grammar.anaphors),
        circumstance_prepositions=frozenset(grammar.circumstance_prepositions),
        locative_prepositions=frozenset(grammar.locative_prepositions),
        hearers=frozenset(grammar.hearers),
        gerund_suffixes=grammar.gerund_suffixes,
        finite_suffixes=grammar.finite_suffixes,
        singular_suffixes=grammar.singular_suffixes,
        so_called=frozenset(grammar.so_called),
        governments=frozenset(grammar.governments),
        in_office=Phrases((s.split(), s) for s in grammar.in_office),
    )
