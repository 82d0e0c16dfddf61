"""The words for forces and their moves: the tables are well-formed and say what reporters mean."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from newsmodel.languages.schema import Move, Platform, Unit
from newsmodel.languages.tables import read_table
from newsmodel.languages.wrappers import GROUPS
from newsmodel.model import DeploymentKind, UnitType

DATA = files("newsmodel.languages")
LANGUAGES = ("en", "nl")
UNITS = {code: read_table(DATA / code / "units.tsv", Unit) for code in LANGUAGES}
MOVES = {code: read_table(DATA / code / "moves.tsv", Move) for code in LANGUAGES}
PLATFORMS = read_table(DATA / "world" / "platforms.tsv", Platform)
WRAPPERS = {
    code: tomllib.loads((DATA / code / "wrappers.toml").read_text("utf-8")) for code in LANGUAGES
}

NOUN_KINDS = {"person", "formation", "platform", "weapon", "generic"}
REQUIREMENTS = {"unit_noun", "place", "kind_noun", "of_force", "told"}


def nouns(code: str) -> dict[str, Unit]:
    return {form: row for row in UNITS[code] for form in (*row.singular, *row.plural)}


def moves(code: str, lemma: str) -> list[Move]:
    return [move for move in MOVES[code] if move.lemma == lemma]


def platforms() -> dict[str, Platform]:
    return {name: row for row in PLATFORMS for name in row.names}


@pytest.mark.parametrize("code", LANGUAGES)
def test_units_are_many_and_well_formed(code: str) -> None:
    rows = UNITS[code]
    assert len({form for row in rows for form in row.singular}) >= 450
    assert {row.unit for row in rows} == set(UnitType)
    for row in rows:
        assert row.noun_kind in NOUN_KINDS, row
        assert not row.ambiguous or row.ambiguous in {"civilian", *UnitType}, row
        assert row.ambiguous != row.unit, row


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_form_names_one_unit(code: str) -> None:
    for number in ("singular", "plural"):
        forms = [form.casefold() for row in UNITS[code] for form in getattr(row, number)]
        assert len(forms) == len(set(forms)), {f for f in forms if forms.count(f) > 1}


def test_only_dutch_nouns_end_compounds() -> None:
    assert not any(row.suffix for row in UNITS["en"])
    assert sum(row.suffix for row in UNITS["nl"]) >= 40


@pytest.mark.parametrize(
    ("code", "form", "unit"),
    [
        ("en", "troops", "troops"),
        ("en", "paratroopers", "troops"),
        ("en", "ground troops", "troops"),
        ("en", "insurgents", "troops"),
        ("en", "reservist", "reservists"),
        ("en", "blue helmets", "peacekeepers"),
        ("en", "special operations forces", "special_forces"),
        ("en", "commandos", "special_forces"),
        ("en", "battlegroups", "battalion"),
        ("en", "brigade combat team", "brigade"),
        ("en", "army", "army"),
        ("en", "navy", "fleet"),
        ("en", "carrier strike group", "fleet"),
        ("en", "aircraft carriers", "warship"),
        ("en", "guided-missile destroyer", "warship"),
        ("en", "minesweepers", "warship"),
        ("en", "nuclear-powered submarine", "submarine"),
        ("en", "surveillance planes", "aircraft"),
        ("en", "fighters", "troops"),
        ("en", "fighter jets", "aircraft"),
        ("en", "squadron", "aircraft"),
        ("en", "attack helicopters", "helicopter"),
        ("en", "loitering munitions", "drone"),
        ("en", "main battle tank", "tank"),
        ("en", "armored personnel carriers", "armoured_vehicle"),
        ("en", "artillery pieces", "artillery"),
        ("en", "rocket launchers", "artillery"),
        ("en", "missile systems", "missile_system"),
        ("en", "air defences", "air_defence"),
        ("en", "reinforcements", "force"),
        ("en", "armed forces", "force"),
        ("nl", "manschappen", "troops"),
        ("nl", "para's", "troops"),
        ("nl", "mariniers", "troops"),
        ("nl", "grondtroepen", "troops"),
        ("nl", "huurlingen", "troops"),
        ("nl", "reservisten", "reservists"),
        ("nl", "vredessoldaten", "peacekeepers"),
        ("nl", "blauwhelmen", "peacekeepers"),
        ("nl", "speciale eenheden", "special_forces"),
        ("nl", "commando's", "special_forces"),
        ("nl", "compagnieën", "company"),
        ("nl", "bataljons", "battalion"),
        ("nl", "regimenten", "regiment"),
        ("nl", "parachutistenbrigade", "brigade"),
        ("nl", "legerkorps", "corps"),
        ("nl", "leger", "army"),
        ("nl", "vlootverband", "fleet"),
        ("nl", "fregatten", "warship"),
        ("nl", "vliegdekschepen", "warship"),
        ("nl", "marineschip", "warship"),
        ("nl", "onderzeeërs", "submarine"),
        ("nl", "straaljagers", "aircraft"),
        ("nl", "gevechtsvliegtuigen", "aircraft"),
        ("nl", "aanvalshelikopters", "helicopter"),
        ("nl", "kamikazedrones", "drone"),
        ("nl", "gevechtstanks", "tank"),
        ("nl", "pantservoertuigen", "armoured_vehicle"),
        ("nl", "stukken geschut", "artillery"),
        ("nl", "kruisraketten", "missile_system"),
        ("nl", "luchtafweer", "air_defence"),
        ("nl", "afweergeschut", "air_defence"),
        ("nl", "versterkingen", "force"),
        ("nl", "strijdkrachten", "force"),
    ],
)
def test_a_noun_has_its_unit(code: str, form: str, unit: str) -> None:
    assert nouns(code)[form].unit == unit


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("en", "army"), ("en", "air force"), ("en", "armed forces"), ("en", "air defence"),
        ("nl", "leger"), ("nl", "luchtmacht"), ("nl", "strijdkrachten"), ("nl", "luchtafweer"),
    ],
)  # fmt: skip
def test_a_whole_force_has_no_quantity(code: str, form: str) -> None:
    assert nouns(code)[form].collective


@pytest.mark.parametrize(
    ("code", "form", "other"),
    [
        ("en", "fighters", "aircraft"),
        ("en", "company", "civilian"),
        ("en", "ships", "civilian"),
        ("nl", "schepen", "civilian"),
        ("nl", "vliegtuig", "civilian"),
        ("nl", "korps", "civilian"),
    ],
)
def test_an_everyday_word_says_so(code: str, form: str, other: str) -> None:
    assert nouns(code)[form].ambiguous == other


def test_platforms_are_many_and_named_once() -> None:
    assert len(PLATFORMS) >= 400
    names = [name.casefold() for row in PLATFORMS for name in row.names]
    assert len(names) == len(set(names)), {n for n in names if names.count(n) > 1}


@pytest.mark.parametrize(
    ("name", "unit", "ambiguous"),
    [
        ("F-16", "aircraft", False),
        ("Rafale", "aircraft", False),
        ("Typhoon", "aircraft", True),
        ("Eurofighter", "aircraft", False),
        ("Su-35", "aircraft", False),
        ("P-8", "aircraft", False),
        ("Poseidon", "aircraft", True),
        ("NH90", "helicopter", False),
        ("Apache", "helicopter", True),
        ("Mi-8", "helicopter", False),
        ("MQ-9", "drone", False),
        ("Reaper", "drone", True),
        ("Bayraktar TB2", "drone", False),
        ("Leopard 2", "tank", False),
        ("Leopard", "tank", True),
        ("T-72", "tank", False),
        ("Bradley", "armoured_vehicle", True),
        ("BMP-2", "armoured_vehicle", False),
        ("HIMARS", "artillery", False),
        ("Caesar", "artillery", True),
        ("Iskander", "missile_system", False),
        ("DF-21", "missile_system", False),
        ("Hwasong", "missile_system", False),
        ("Patriot", "air_defence", True),
        ("S-400", "air_defence", False),
        ("THAAD", "air_defence", False),
        ("NASAMS", "air_defence", False),
        ("Arleigh Burke-class", "warship", False),
        ("Kilo-class", "submarine", False),
    ],
)
def test_a_platform_has_its_unit(name: str, unit: str, ambiguous: bool) -> None:
    # Names are compared as written or in the spelling that is listed beside it.
    row = next(row for listed, row in platforms().items() if listed.casefold() == name.casefold())
    assert (row.unit, row.ambiguous) == (unit, ambiguous)


@pytest.mark.parametrize("code", LANGUAGES)
def test_moves_are_many_and_well_formed(code: str) -> None:
    rows = MOVES[code]
    assert len(rows) >= 300
    assert {row.kind for row in rows} == set(DeploymentKind)
    for row in rows:
        assert row.type in {"verb", "noun"}, row
        assert row.force in {"subject", "object", "both"}, row
        assert set(row.requires) <= REQUIREMENTS, row
        assert row.strength in {1, 2, 3}, row
        assert row.finite, row
        assert set(row.past) <= set(row.finite), row
        assert (row.type == "noun") == (not row.infinitive), row


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_move_is_listed_twice(code: str) -> None:
    keys = [(m.lemma, m.type, m.with_, m.kind, m.requires) for m in MOVES[code]]
    assert len(keys) == len(set(keys)), {k for k in keys if keys.count(k) > 1}


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_everyday_verb_asks_for_a_force_beside_it(code: str) -> None:
    assert not [move for move in MOVES[code] if move.strength == 1 and not move.requires]


@pytest.mark.parametrize(
    ("lemma", "finite", "joined", "participle"),
    [
        ("terugtrekken", "trok", "terugtrok", "teruggetrokken"),
        ("terugtrekken", "trekt", "terug te trekken", "teruggetrokken"),
        ("aanvallen", "vielen", "aanvielen", "aangevallen"),
        ("binnenvallen", "viel", "binnen te vallen", "binnengevallen"),
        ("weghalen", "haalt", "weghaalt", "weggehaald"),
        ("terugkeren", "keren", "terugkeerden", "teruggekeerd"),
        ("oprukken", "rukt", "oprukken", "opgerukt"),
        ("inzetten", "zette", "in te zetten", "ingezette"),
        ("uitvaren", "voer", "uitvoer", "uitgevaren"),
        ("uitzenden", "zond", "uit te zenden", "uitgezonden"),
        ("deelnemen", "namen", "deelnamen", "deelgenomen"),
        ("terugroepen", "riep", "terugriep", "teruggeroepen"),
        ("samentrekken", "trok", "samen te trekken", "samengetrokken"),
        ("afvuren", "vuurde", "afvuurde", "afgevuurd"),
    ],
)
def test_separable_dutch_verbs(lemma: str, finite: str, joined: str, participle: str) -> None:
    row = moves("nl", lemma)[0]
    assert finite in row.finite
    assert joined in row.joined
    assert participle in row.participle
    particle = row.with_[0]
    assert row.infinitive == (lemma,)
    assert lemma.startswith(particle)
    assert f"{particle} te {lemma.removeprefix(particle)}" in row.joined


@pytest.mark.parametrize(
    ("code", "lemma", "past", "participle", "kind", "force"),
    [
        ("nl", "sturen", "stuurde", "gestuurd", "movement", "object"),
        ("nl", "verplaatsen", "verplaatsten", "verplaatst", "movement", "both"),
        ("nl", "vertrekken", "vertrok", "vertrokken", "movement", "subject"),
        ("nl", "vliegen", "vlogen", "gevlogen", "movement", "both"),
        ("nl", "legeren", "legerde", "gelegerd", "stationing", "object"),
        ("nl", "stationeren", "stationeerden", "gestationeerd", "stationing", "object"),
        ("nl", "oefenen", "oefenden", "geoefend", "exercise", "subject"),
        ("nl", "patrouilleren", "patrouilleerde", "gepatrouilleerd", "patrol", "subject"),
        ("nl", "mobiliseren", "mobiliseerde", "gemobiliseerd", "mobilization", "both"),
        ("nl", "bestormen", "bestormden", "bestormd", "attack", "subject"),
        ("nl", "beschieten", "beschoot", "beschoten", "attack", "subject"),
        ("nl", "verlaten", "verliet", "verlaten", "withdrawal", "subject"),
        ("nl", "inspecteren", "inspecteerde", "geïnspecteerd", "inspection", "object"),
        ("en", "deploy", "deployed", "deployed", "movement", "both"),
        ("en", "send", "sent", "sent", "movement", "object"),
        ("en", "fly", "flew", "flown", "movement", "both"),
        ("en", "transfer", "transferred", "transferred", "movement", "object"),
        ("en", "withdraw", "withdrew", "withdrawn", "withdrawal", "both"),
        ("en", "patrol", "patrolled", "patrolled", "patrol", "subject"),
        ("en", "strike", "struck", "struck", "attack", "subject"),
        ("en", "overrun", "overran", "overrun", "attack", "subject"),
        ("en", "mobilise", "mobilized", "mobilised", "mobilization", "both"),
        ("en", "station", "stationed", "stationed", "stationing", "object"),
        ("en", "control", "controlled", "controlled", "stationing", "subject"),
    ],
)
def test_forms_and_sense_of_a_verb(
    code: str, lemma: str, past: str, participle: str, kind: str, force: str
) -> None:
    row = moves(code, lemma)[0]
    assert past in row.past
    assert participle in row.participle
    assert (row.kind, row.force) == (kind, force)


@pytest.mark.parametrize(
    ("code", "lemma", "fixed", "kind"),
    [
        ("en", "pull", "out", "withdrawal"),
        ("en", "bring", "home", "withdrawal"),
        ("en", "call", "up", "mobilization"),
        ("en", "put", "on high alert", "mobilization"),
        ("en", "keep", "on standby", "mobilization"),
        ("nl", "zetten", "op scherp", "mobilization"),
        ("nl", "houden", "paraat", "mobilization"),
        ("nl", "houden", "in staat van paraatheid", "mobilization"),
        ("nl", "roepen", "onder de wapens", "mobilization"),
        ("nl", "halen", "naar huis", "withdrawal"),
    ],
)
def test_fixed_words_choose_the_kind(code: str, lemma: str, fixed: str, kind: str) -> None:
    assert {move.kind for move in moves(code, lemma) if fixed in move.with_} == {kind}


@pytest.mark.parametrize(
    ("code", "noun", "kind", "force"),
    [
        ("en", "deployment", "movement", "object"),
        ("en", "withdrawal", "withdrawal", "object"),
        ("en", "invasion", "attack", "subject"),
        ("en", "snap inspection", "inspection", "object"),
        ("en", "build-up", "stationing", "object"),
        ("nl", "verplaatsing", "movement", "object"),
        ("nl", "terugtrekking", "withdrawal", "object"),
        ("nl", "aftocht", "withdrawal", "subject"),
        ("nl", "luchtaanvallen", "attack", "subject"),
        ("nl", "paraatheidscontrole", "inspection", "object"),
        ("nl", "vlootoefening", "exercise", "subject"),
        ("nl", "troepenopbouw", "stationing", "object"),
    ],
)
def test_nouns_of_deployment(code: str, noun: str, kind: str, force: str) -> None:
    row = next(move for move in MOVES[code] if move.type == "noun" and noun in move.finite)
    assert (row.kind, row.force) == (kind, force)


@pytest.mark.parametrize("code", LANGUAGES)
def test_wrappers_are_well_formed(code: str) -> None:
    wrappers = WRAPPERS[code]
    assert set(wrappers) == set(GROUPS)
    for section, lists in wrappers.items():
        assert set(lists) <= {"verbs", "nouns", "conjunctions", "phrases"}, section
        for words in lists.values():
            assert len(words) == len(set(words)), section
            assert all(word == word.lower().strip() for word in words), section
        assert all(" " not in verb for verb in lists.get("verbs", ())), section


@pytest.mark.parametrize(
    ("code", "section", "word"),
    [
        ("en", "order", "ordered"),
        ("en", "demand", "called on"),
        ("en", "transfer", "donated"),
        ("en", "loss", "shot down"),
        ("en", "training", "course"),
        ("en", "total", "number"),
        ("nl", "order", "beval"),
        ("nl", "demand", "riep op"),
        ("nl", "transfer", "leverde"),
        ("nl", "loss", "sneuvelden"),
        ("nl", "training", "rekruten"),
        ("nl", "total", "telt"),
    ],
)
def test_what_makes_no_deployment(code: str, section: str, word: str) -> None:
    assert any(word in words for words in WRAPPERS[code][section].values())
