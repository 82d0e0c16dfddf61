"""The tables of countries, places, seats of power and cities, as data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import pytest

from newsmodel.languages.schema import City, Country, Metonym, PlaceName, PlaceNoun
from newsmodel.languages.tables import read_table

LANGUAGES = ("nl", "en")
PACKAGE = files("newsmodel.languages")

#: The 193 members of the United Nations.
MEMBER_CODES = """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH
CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN
GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC
LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP
NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV
SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW
"""
MEMBERS = tuple(MEMBER_CODES.split())
OTHERS = ("XK", "TW", "PS", "VA", "EH", "HK", "GL")


@cache
def countries(language: str) -> tuple[Country, ...]:
    return read_table(PACKAGE / language / "countries.tsv", Country, "countries.tsv")


@cache
def cities() -> tuple[City, ...]:
    return read_table(PACKAGE / "world" / "cities.tsv", City, "cities.tsv")


@cache
def places(language: str) -> tuple[PlaceName, ...]:
    return read_table(PACKAGE / language / "places.tsv", PlaceName, "places.tsv")


@cache
def metonyms(language: str) -> tuple[Metonym, ...]:
    return read_table(PACKAGE / language / "metonyms.tsv", Metonym, "metonyms.tsv")


@cache
def placenouns(language: str) -> tuple[PlaceNoun, ...]:
    return read_table(PACKAGE / language / "placenouns.tsv", PlaceNoun, "placenouns.tsv")


def forms(row: Country) -> Iterator[tuple[str, str]]:
    for column in ("names", "adjectives", "demonyms", "demonyms_plural", "capital"):
        for form in getattr(row, column):
            yield column, form


@cache
def by_form(language: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """(column, form) to the codes that it stands for without support in the text."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in countries(language):
        for column, form in forms(row):
            if form not in row.ambiguous:
                found[column, form] = (*found.get((column, form), ()), row.code)
    return found


def test_members_are_counted() -> None:
    assert len(set(MEMBERS)) == 193


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_has_name_adjective_people_and_capital(language: str) -> None:
    rows = {row.code: row for row in countries(language)}
    assert [c for c in (*MEMBERS, *OTHERS) if c not in rows] == []
    lacking = [
        (code, column)
        for code in MEMBERS
        for column in ("names", "adjectives", "demonyms", "demonyms_plural", "capital")
        if not getattr(rows[code], column)
    ]
    assert lacking == []


def test_the_languages_know_the_same_countries() -> None:
    assert {r.code for r in countries("nl")} == {r.code for r in countries("en")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_are_alpha_2(language: str) -> None:
    babel = pytest.importorskip("babel")
    known = set(babel.Locale("en").territories)
    codes = {row.code for row in countries(language)}
    codes |= {row.country for row in places(language)}
    codes |= {row.country for row in metonyms(language)}
    codes |= {code for city in cities() for code in city.country}
    assert {c for c in codes - {""} if c not in known or not re.fullmatch("[A-Z]{2}", c)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_stands_for_one_country_without_support(language: str) -> None:
    codes: dict[str, set[str]] = defaultdict(set)
    for (_, form), found in by_form(language).items():
        codes[form].update(found)
    assert {form: c for form, c in codes.items() if len(c) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_ambiguous_forms_are_forms_of_their_row(language: str) -> None:
    stray = [
        (row.code, form)
        for row in countries(language)
        for form in row.ambiguous
        if form not in {f for _, f in forms(row)}
    ]
    assert stray == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", ["countries", "places", "metonyms", "placenouns"])
def test_tables_are_sorted_and_say_nothing_twice(language: str, file: str) -> None:
    text = (PACKAGE / language / f"{file}.tsv").read_text("utf-8")
    check_table(text)


@pytest.mark.parametrize("file", ["cities", "own_cities", "left_out"])
def test_tables_of_the_world_are_sorted_and_say_nothing_twice(file: str) -> None:
    check_table((PACKAGE / "world" / f"{file}.tsv").read_text("utf-8"))


def check_table(text: str) -> None:
    lines = text.split("\n")
    assert not lines[0].startswith("#")
    assert lines[1].startswith("#")
    assert lines.pop() == ""
    rows = [line.split("\t") for line in lines[1:] if not line.startswith("#")]
    assert rows == sorted(rows)
    assert [r for r in rows if r != [cell.strip() for cell in r]] == []
    cells = [cell.split("|") for row in rows for cell in row]
    assert [c for c in cells if len(c) != len(set(c)) or ("" in c and len(c) > 1)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_place_names_and_nouns_stand_once(language: str) -> None:
    for rows in (
        [n for row in places(language) for n in row.names],
        [n for row in placenouns(language) for n in row.nouns],
        [n for row in metonyms(language) for n in row.names],
    ):
        assert sorted({n for n in rows if rows.count(n) > 1}) == []
    assert len(places(language)) >= 350
    assert len(placenouns(language)) >= 150
    assert len(metonyms(language)) >= 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_capitalised(language: str) -> None:
    names = [n for row in places(language) for n in row.names]
    names += [n for row in metonyms(language) for n in row.names]
    names += [n for row in countries(language) for _, n in forms(row)]
    assert [n for n in names if n == n.casefold() and not n[0].isdigit()] == []


def test_cities_are_few_enough_and_leave_out_words_and_people() -> None:
    size = len((PACKAGE / "world" / "cities.tsv").read_bytes())
    assert size < 400_000
    lines = (PACKAGE / "world" / "left_out.tsv").read_text("utf-8").split("\n")
    left_out = {x.split("\t")[0] for x in lines[1:] if x and not x.startswith("#")}
    named = {n for c in cities() for n in (c.name, *c.names_nl, *c.names_en)}
    assert named & left_out == set()
    assert {"Nice", "Reading", "Van", "Best", "Mary", "Batman"} <= left_out


SPOTS_NL = """
names Wit-Rusland BY | names Belarus BY | names VS US | names Amerika US | names VK GB
names Groot-Brittannië GB | names Ivoorkust CI | names Birma MM | names Myanmar MM | names Niger NE
names Congo CD | names Congo-Brazzaville CG | names Noord-Macedonië MK | names Swaziland SZ
names Oost-Timor TL | names Kosovo XK | names Hongkong HK | names Groenland GL | names Libië LY
names Filipijnen PH | names Kaapverdië CV | names Tsjaad TD | names Jordanië JO | names Georgië GE
adjectives Belarussische BY | adjectives Wit-Russisch BY | adjectives Britse GB
adjectives Schotse GB | adjectives Vlaamse BE | adjectives Nigerese NE | adjectives Nigeriaanse NG
adjectives Guineese GN | adjectives Congolese CD | adjectives Dominicaanse DO
adjectives Oekraïense UA | adjectives Kosovaarse XK | adjectives Jemenitische YE
adjectives Iraakse IQ | adjectives Indiase IN | adjectives Zuid-Koreaanse KR
adjectives Saoedische SA | adjectives Emiraatse AE | adjectives Burkinese BF
adjectives Malinese ML | adjectives Eritrese ER | adjectives Letse LV | adjectives Estse EE
demonyms Rus RU | demonyms Russin RU | demonyms Tsjech CZ | demonyms Israëli IL
demonyms Fransman FR | demonyms Amerikaan US | demonyms Wit-Rus BY
demonyms_plural Russen RU | demonyms_plural Fransen FR | demonyms_plural Polen PL
demonyms_plural Esten EE | demonyms_plural Israëli's IL | demonyms_plural Noren NO
demonyms_plural Oekraïners UA | demonyms_plural Engelsen GB | demonyms_plural Kirgiezen KG
capital Kiev UA | capital Kyjiv UA | capital Moskou RU | capital Peking CN | capital Jerevan AM
capital Kaboel AF | capital Bisjkek KG | capital Washington US | capital Caïro EG
"""
SPOTS_EN = """
names Britain GB | names UK GB | names U.S. US | names America US | names Ivory Coast CI
names Côte d'Ivoire CI | names Burma MM | names Myanmar MM | names Congo CD | names DRC CD
names Niger NE | names Nigeria NG | names Turkey TR | names Türkiye TR | names North Macedonia MK
names Eswatini SZ | names Kosovo XK | names Taiwan TW | names Hong Kong HK | names Vatican VA
names Greenland GL | names Czechia CZ | names North Korea KP | names Cape Verde CV
adjectives Belarusian BY | adjectives British GB | adjectives Scottish GB | adjectives Flemish BE
adjectives Dutch NL | adjectives Nigerien NE | adjectives Nigerian NG | adjectives Guinean GN
adjectives Bissau-Guinean GW | adjectives Dominican DO | adjectives Congolese CD
adjectives U.S. US | adjectives Kosovar XK | adjectives Swiss CH | adjectives Polish PL
adjectives Philippine PH | adjectives Emirati AE | adjectives Burkinabe BF | adjectives Omani OM
adjectives South Korean KR | adjectives Burmese MM | adjectives Laotian LA
demonyms Briton GB | demonyms Frenchman FR | demonyms Spaniard ES | demonyms Filipino PH
demonyms Icelander IS | demonyms Mosotho LS | demonyms Russian RU | demonyms Croat HR
demonyms_plural Russians RU | demonyms_plural British GB | demonyms_plural Dutch NL
demonyms_plural Frenchmen FR | demonyms_plural Swiss CH | demonyms_plural Danes DK
demonyms_plural Iraqis IQ | demonyms_plural Chinese CN | demonyms_plural Scots GB
capital Kyiv UA | capital Kiev UA | capital Moscow RU | capital Beijing CN | capital Yerevan AM
capital N'Djamena TD | capital Washington US | capital Tripoli LY | capital Riyadh SA
"""


def spots(text: str) -> list[tuple[str, str, str]]:
    rows = [entry.split() for line in text.strip().split("\n") for entry in line.split("|")]
    return [(column, " ".join(form), code) for column, *form, code in rows]


@pytest.mark.parametrize(
    ("language", "column", "form", "code"),
    [(code, *row) for code, text in (("nl", SPOTS_NL), ("en", SPOTS_EN)) for row in spots(text)],
)
def test_forms_of_countries(language: str, column: str, form: str, code: str) -> None:
    assert by_form(language).get((column, form)) == (code,)


@pytest.mark.parametrize(
    ("language", "form"),
    [
        *(("nl", f) for f in ("Let", "Noor", "Schot", "Pool", "Korea", "Koreaanse", "Sofia")),
        *(("nl", f) for f in ("Frans", "Brussel", "Victoria", "Jersey", "Turkmenen", "Waal")),
        *(("en", f) for f in ("Georgia", "Georgian", "Jordan", "Chad", "Korean", "Poles", "Dane")),
        *(("en", f) for f in ("Brussels", "Sofia", "Male", "CAR", "Jersey", "Serbs", "Holland")),
    ],
)
def test_forms_that_need_support(language: str, form: str) -> None:
    assert not [key for key in by_form(language) if key[1] == form]
    assert [row for row in countries(language) if form in row.ambiguous]


@pytest.mark.parametrize(
    ("language", "name", "kind", "country"),
    [
        ("nl", "Donbas", "region", "UA"),
        ("nl", "Krim", "region", "UA"),
        ("nl", "Oostzee", "sea", ""),
        ("nl", "Golf van Aden", "sea", ""),
        ("nl", "Straat van Hormuz", "sea", ""),
        ("nl", "Nagorno-Karabach", "region", "AZ"),
        ("nl", "Westelijke Jordaanoever", "region", "PS"),
        ("nl", "Kleine-Brogel", "base", "BE"),
        ("nl", "Volkel", "base", "NL"),
        ("nl", "Dnjepr", "other", ""),
        ("nl", "Suezkanaal", "other", "EG"),
        ("nl", "Schotland", "region", "GB"),
        ("en", "Crimea", "region", "UA"),
        ("en", "Baltic Sea", "sea", ""),
        ("en", "South China Sea", "sea", ""),
        ("en", "Mozambique Channel", "sea", ""),
        ("en", "Transnistria", "region", "MD"),
        ("en", "Gaza Strip", "region", "PS"),
        ("en", "Ramstein", "base", "DE"),
        ("en", "Diego Garcia", "base", "IO"),
        ("en", "Guantanamo Bay", "base", "CU"),
        ("en", "Litani", "other", "LB"),
        ("en", "Sahel", "region", ""),
        ("en", "Scotland", "region", "GB"),
    ],
)
def test_places(language: str, name: str, kind: str, country: str) -> None:
    assert [(p.kind, p.country) for p in places(language) if name in p.names] == [(kind, country)]


@pytest.mark.parametrize(
    ("language", "name", "country", "kind"),
    [
        ("nl", "Kremlin", "RU", "government"),
        ("nl", "Witte Huis", "US", "government"),
        ("nl", "Elysée", "FR", "government"),
        ("nl", "Binnenhof", "NL", "government"),
        ("nl", "Wetstraat 16", "BE", "government"),
        ("nl", "Doema", "RU", "government"),
        ("nl", "Den Haag", "NL", "government"),
        ("nl", "Berlaymont", "", "organization"),
        ("en", "Pentagon", "US", "government"),
        ("en", "Foggy Bottom", "US", "government"),
        ("en", "Downing Street", "GB", "government"),
        ("en", "Quai d'Orsay", "FR", "government"),
        ("en", "Knesset", "IL", "government"),
        ("en", "Verkhovna Rada", "UA", "government"),
        ("en", "Blue House", "KR", "government"),
        ("en", "Rawalpindi", "PK", "military"),
    ],
)
def test_metonyms(language: str, name: str, country: str, kind: str) -> None:
    assert [(m.country, m.kind) for m in metonyms(language) if name in m.names] == [(country, kind)]


@pytest.mark.parametrize(
    ("language", "noun", "kind"),
    [
        ("nl", "havenstad", "city"),
        ("nl", "stadje", "city"),
        ("nl", "grenspost", "other"),
        ("nl", "vliegbasis", "base"),
        ("nl", "eiland", "region"),
        ("nl", "rif", "other"),
        ("nl", "deelstaat", "region"),
        ("nl", "zeestraat", "sea"),
        ("en", "port city", "city"),
        ("en", "village", "city"),
        ("en", "border state", "region"),
        ("en", "naval base", "base"),
        ("en", "reef", "other"),
        ("en", "strait", "sea"),
        ("en", "province", "region"),
        ("en", "airport", "base"),
    ],
)
def test_placenouns(language: str, noun: str, kind: str) -> None:
    assert [row.kind for row in placenouns(language) if noun in row.nouns] == [kind]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        *(("Kharkiv", "UA"), ("Charkiv", "UA"), ("Zaporizja", "UA"), ("Loehansk", "UA")),
        *(("Bachmoet", "UA"), ("Koepjansk", "UA"), ("Shebekino", "RU"), ("Koersk", "RU")),
        *(("Gomel", "BY"), ("Raqqa", "SY"), ("Kobani", "SY"), ("Mosul", "IQ"), ("Erbil", "IQ")),
        *(("Ménaka", "ML"), ("Menaka", "ML"), ("Kidal", "ML"), ("Gao", "ML"), ("Djibo", "BF")),
        *(("Mueda", "MZ"), ("Macomia", "MZ"), ("Goma", "CD"), ("El Fasher", "SD")),
        *(("Narva", "EE"), ("Klaipeda", "LT"), ("Rzeszow", "PL"), ("Galati", "RO")),
        *(("Tiraspol", "MD"), ("Stepanakert", "AZ"), ("Tskhinvali", "GE"), ("Mitrovica", "XK")),
        *(("Kaohsiung", "TW"), ("Busan", "KR"), ("Kaesong", "KP"), ("Puerto Princesa", "PH")),
        *(("Rafah", "PS"), ("Khan Younis", "PS"), ("Hodeidah", "YE"), ("Mazar-e-Sharif", "AF")),
        *(("Parijs", "FR"), ("Londen", "GB"), ("Keulen", "DE"), ("Gent", "BE"), ("Luik", "BE")),
        *(("Antwerp", "BE"), ("Den Haag", "NL"), ("New York", "US"), ("Sint-Petersburg", "RU")),
        *(("Ede", "NL"), ("Bergen", "NO"), ("Brest", "BY"), ("Alexandrië", "EG")),
    ],
)
def test_cities(name: str, country: str) -> None:
    found = [c for c in cities() if name in (c.name, *c.names_nl, *c.names_en)]
    assert [c.country[0] for c in found] == [country]
