"""The cue lexicons: every row is well formed, rightly inflected and used once."""

from __future__ import annotations

from collections import Counter, defaultdict
from importlib.resources import files

import pytest

from newsmodel.languages.schema import Cue, CueType, Frame
from newsmodel.languages.tables import read_table
from newsmodel.model import Certainty, SpeechAct

LANGUAGES = ("nl", "en")
DUTCH_STRONG = {
    "zeggen": ("zei", "gezegd"),
    "aanbieden": ("bood", "aangeboden"),
    "aandringen": ("drong", "aangedrongen"),
    "afwijzen": ("wees", "afgewezen"),
    "beginnen": ("begon", "begonnen"),
    "begrijpen": ("begreep", "begrepen"),
    "bestrijden": ("bestreed", "bestreden"),
    "bevelen": ("beval", "bevolen"),
    "bezweren": ("bezwoer", "bezworen"),
    "bijvallen": ("viel", "bijgevallen"),
    "denken": ("dacht", "gedacht"),
    "herroepen": ("herriep", "herroepen"),
    "klinken": ("klonk", "geklonken"),
    "meedelen": ("deelde", "meegedeeld"),
    "omschrijven": ("omschreef", "omschreven"),
    "opdragen": ("droeg", "opgedragen"),
    "oproepen": ("riep", "opgeroepen"),
    "prijzen": ("prees", "geprezen"),
    "schrijven": ("schreef", "geschreven"),
    "tegenspreken": ("sprak", "tegengesproken"),
    "toegeven": ("gaf", "toegegeven"),
    "uitsluiten": ("sloot", "uitgesloten"),
    "verbieden": ("verbood", "verboden"),
    "vernemen": ("vernam", "vernomen"),
    "verwerpen": ("verwierp", "verworpen"),
    "verwijten": ("verweet", "verweten"),
    "verzoeken": ("verzocht", "verzocht"),
    "vinden": ("vond", "gevonden"),
    "volhouden": ("hield", "volgehouden"),
    "voorzien": ("voorzag", "voorzien"),
    "vragen": ("vroeg", "gevraagd"),
    "waarnemen": ("nam", "waargenomen"),
    "weerspreken": ("weersprak", "weersproken"),
    "zweren": ("zwoer", "gezworen"),
}
DUTCH_WEAK = {
    "antwoorden": ("antwoordde", "geantwoord"),
    "berichten": ("berichtte", "bericht"),
    "beloven": ("beloofde", "beloofd"),
    "beweren": ("beweerde", "beweerd"),
    "eisen": ("eiste", "geëist"),
    "eindigen": ("eindigde", "geëindigd"),
    "instrueren": ("instrueerde", "geïnstrueerd"),
    "melden": ("meldde", "gemeld"),
    "ontkennen": ("ontkende", "ontkend"),
    "opperen": ("opperde", "geopperd"),
    "schatten": ("schatte", "geschat"),
    "vertellen": ("vertelde", "verteld"),
    "verwachten": ("verwachtte", "verwacht"),
    "verzekeren": ("verzekerde", "verzekerd"),
    "voorspellen": ("voorspelde", "voorspeld"),
    "vrezen": ("vreesde", "gevreesd"),
    "waarschuwen": ("waarschuwde", "gewaarschuwd"),
}
ENGLISH = {
    "say": ("said", "said", "saying"),
    "admit": ("admitted", "admitted", "admitting"),
    "begin": ("began", "begun", "beginning"),
    "beg": ("begged", "begged", "begging"),
    "deny": ("denied", "denied", "denying"),
    "foresee": ("foresaw", "foreseen", "foreseeing"),
    "forbid": ("forbade", "forbidden", "forbidding"),
    "hold": ("held", "held", "holding"),
    "know": ("knew", "known", "knowing"),
    "quip": ("quipped", "quipped", "quipping"),
    "rebut": ("rebutted", "rebutted", "rebutting"),
    "regret": ("regretted", "regretted", "regretting"),
    "swear": ("swore", "sworn", "swearing"),
    "tell": ("told", "told", "telling"),
    "think": ("thought", "thought", "thinking"),
    "undertake": ("undertook", "undertaken", "undertaking"),
    "vow": ("vowed", "vowed", "vowing"),
    "write": ("wrote", "written", "writing"),
}
#: Cues whose act GUIDELINES fixes: (language, lemma, `with` or None for any, act).
ACTS = [
    ("en", "say", (), SpeechAct.SAY),
    ("en", "according to", (), SpeechAct.CLAIM),
    ("en", "insist", (), SpeechAct.CLAIM),
    ("en", "believe", (), SpeechAct.CLAIM),
    ("en", "accuse", ("of",), SpeechAct.CLAIM),
    ("en", "call", (), SpeechAct.CLAIM),
    ("en", "call", ("on", "upon"), SpeechAct.CALL),
    ("en", "demand", (), SpeechAct.CALL),
    ("en", "dismiss", (), SpeechAct.DENY),
    ("en", "assure", (), SpeechAct.PROMISE),
    ("en", "expect", (), SpeechAct.EXPECT),
    ("nl", "zeggen", (), SpeechAct.SAY),
    ("nl", "aldus", (), SpeechAct.SAY),
    ("nl", "klinken", ("het",), SpeechAct.SAY),
    ("nl", "luiden", ("het",), SpeechAct.SAY),
    ("nl", "volgens", (), SpeechAct.CLAIM),
    ("nl", "noemen", (), SpeechAct.CLAIM),
    ("nl", "verzekeren", (), SpeechAct.PROMISE),
    ("nl", "eisen", (), SpeechAct.CALL),
    ("nl", "ontkennen", (), SpeechAct.DENY),
    ("nl", "bevelen", (), SpeechAct.ORDER),
    ("nl", "melden", (), SpeechAct.REPORT),
]


def cues(language: str) -> tuple[Cue, ...]:
    return read_table(files("newsmodel.languages") / language / "cues.tsv", Cue)


def described(cue: Cue) -> str:
    return " ".join((cue.lemma, cue.type, *cue.with_))


def plain_verb(language: str, lemma: str) -> Cue:
    found = [c for c in cues(language) if c.lemma == lemma and c.type is CueType.VERB]
    assert found, lemma
    return min(found, key=lambda c: len(c.with_))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lexicon_has_at_least_400_cues_of_every_type(language: str) -> None:
    rows = cues(language)
    assert len(rows) >= 400
    assert {row.type for row in rows} == set(CueType)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cue_is_listed_twice(language: str) -> None:
    counts = Counter((c.lemma, c.type, c.with_) for c in cues(language))
    assert [key for key, n in counts.items() if n > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_form_with_the_same_companions_and_frame_has_one_act(language: str) -> None:
    acts: dict[tuple[str, CueType, str, Frame], set[SpeechAct]] = defaultdict(set)
    for cue in cues(language):
        for form in cue.finite:
            for companion in cue.with_ or ("",):
                for frame in cue.frames:
                    acts[form, cue.type, companion, frame].add(cue.act)
    assert {key: found for key, found in acts.items() if len(found) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_are_consistent(language: str) -> None:
    wrong = []
    for cue in cues(language):
        verb = cue.type is CueType.VERB
        faults = {
            "no form": not cue.finite,
            "past is not finite": not set(cue.past) <= set(cue.finite),
            "no past": verb and not cue.past,
            "no infinitive": verb and len(cue.infinitive) == 0,
            "no participle": verb and not cue.participle,
            "verb forms of a cue that is none": not verb
            and bool(cue.past or cue.infinitive or cue.participle or cue.gerund),
            "no frame": not cue.frames and cue.type is not CueType.ADVERB,
            "unsure without a lower certainty": not cue.frames
            and cue.certainty is Certainty.CERTAIN,
            "count below zero": cue.count < 0,
            "share is no part": not 0 <= cue.share <= 1,
            "negation and act differ": cue.negates != (cue.act is SpeechAct.DENY),
            "form with a capital": any(form != form.casefold() for form in cue.finite),
            "form twice": len(set(cue.finite)) != len(cue.finite),
        }
        wrong += [f"{described(cue)}: {fault}" for fault, found in faults.items() if found]
    assert wrong == []


def test_content_that_starts_at_an_object_needs_its_preposition() -> None:
    """'accused X of Y', 'blamed X on Y': without the preposition the frame matches any object."""
    wrong = [
        described(cue)
        for cue in cues("en")
        if {Frame.OF, Frame.ON} & set(cue.frames) and not cue.with_
    ]
    assert wrong == []


@pytest.mark.parametrize(("lemma", "expected"), sorted({**DUTCH_STRONG, **DUTCH_WEAK}.items()))
def test_dutch_inflection(lemma: str, expected: tuple[str, str]) -> None:
    cue = plain_verb("nl", lemma)
    assert (cue.past[0], cue.participle[0]) == expected


def test_dutch_separable_verbs_have_their_joined_forms() -> None:
    wrong = []
    for cue in cues("nl"):
        if cue.type is not CueType.VERB or not cue.joined:
            continue
        infinitive = cue.infinitive[0]
        base = cue.finite[-1]
        particle = infinitive.removesuffix(base)
        expected = {f"{particle}{form}" for form in (*cue.past, base)}
        expected |= {cue.participle[0], f"{particle} te {base}"}
        if not expected <= set(cue.joined):
            wrong.append(f"{described(cue)}: lacks {sorted(expected - set(cue.joined))}")
        if not all(particle in companion.split() for companion in cue.with_):
            wrong.append(f"{described(cue)}: {particle} is no companion")
        if not cue.participle[0].startswith(particle):
            wrong.append(f"{described(cue)}: {cue.participle[0]} lacks the particle")
    assert wrong == []


def test_dutch_verbs_follow_the_spelling_rules() -> None:
    """Plurals end in -en or -n, a participle never in -dd or -tt, no stem in a double consonant."""
    wrong = []
    for cue in cues("nl"):
        if cue.type is not CueType.VERB:
            continue
        stems = [form for form in cue.finite if not form.endswith(("n", "e"))]
        wrong += [form for form in stems if form[-2:] in {"zz", "vv", "kk", "ll", "mm", "dd"}]
        wrong += [form for form in stems if form.endswith(("v", "z"))]
        wrong += [form for form in cue.participle if form.endswith(("dd", "tt", "dt"))]
        if not cue.infinitive[0].endswith("n"):
            wrong.append(cue.infinitive[0])
    assert wrong == []


@pytest.mark.parametrize(("lemma", "expected"), sorted(ENGLISH.items()))
def test_english_inflection(lemma: str, expected: tuple[str, str, str]) -> None:
    cue = plain_verb("en", lemma)
    assert (cue.past[0], cue.participle[0], cue.gerund[0]) == expected


def test_english_verbs_follow_the_spelling_rules() -> None:
    """A gerund keeps no silent e, a third person adds -es after a hiss, y becomes ie."""
    wrong = []
    for cue in cues("en"):
        if cue.type is not CueType.VERB or cue.lemma in {"be", "have", "do"}:
            continue
        silent_e = cue.lemma.endswith("e") and not cue.lemma.endswith("ee")
        wrong += [f for f in cue.gerund if not f.endswith("ing") or (silent_e and f[-4] == "e")]
        third = [f for f in cue.finite if f.endswith("s") and f not in (*cue.past, cue.lemma)]
        wrong += [] if third else [f"{cue.lemma}: no third person"]
        wrong += [f for f in third if f.endswith(("chs", "shs", "xs", "zs"))]
        wrong += [f for f in third if f.endswith("ys") and f[-3] not in "aeou"]
    assert wrong == []


@pytest.mark.parametrize(("language", "lemma", "companions", "act"), ACTS)
def test_acts_follow_the_annotation_rules(
    language: str, lemma: str, companions: tuple[str, ...], act: SpeechAct
) -> None:
    found = {
        cue.act
        for cue in cues(language)
        if cue.lemma == lemma and cue.with_ == companions and cue.type is not CueType.NOUN
    }
    assert found == {act}
