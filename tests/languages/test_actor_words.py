"""The words for actors: people's offices, bodies, names of the press, closed classes."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import pytest

from newsmodel.languages.lexicon import read_grammar
from newsmodel.languages.orthography import normal_form
from newsmodel.languages.schema import FirstName, KnownName, OrganizationNoun, Role, RoleKind
from newsmodel.languages.tables import read_table
from newsmodel.languages.words import Words
from newsmodel.model import ActorKind

DATA = files("newsmodel.languages")
LANGUAGES = ("en", "nl")
ROLES = {code: read_table(DATA / code / "roles.tsv", Role) for code in LANGUAGES}
BODIES = {
    code: read_table(DATA / code / "organizations.tsv", OrganizationNoun) for code in LANGUAGES
}
NAMES = {code: read_table(DATA / code / "names.tsv", KnownName) for code in LANGUAGES}
FIRST_NAMES = {
    row.name: row.gender for row in read_table(DATA / "world" / "firstnames.tsv", FirstName)
}
WORDS = {code: tomllib.loads((DATA / code / "words.toml").read_text("utf-8")) for code in LANGUAGES}

NAME_TYPES = {
    "agency", "newspaper", "broadcaster", "alliance", "un", "ngo", "party", "armed_group",
    "ministry", "think_tank", "company", "court", "intelligence", "other",
}  # fmt: skip
MEDIA_TYPES = {"agency", "newspaper", "broadcaster"}
CLOSED = (
    "determiners", "possessives", "pronouns", "prepositions", "conjunctions", "complementizers",
    "verbs", "negation",
)  # fmt: skip


def role(code: str, form: str) -> Role:
    found = [r for r in ROLES[code] if form in r.singular or form in r.plural]
    assert len(found) == 1, (form, found)
    return found[0]


def body(code: str, form: str) -> OrganizationNoun:
    found = [r for r in BODIES[code] if form in r.singular or form in r.plural]
    assert len(found) == 1, (form, found)
    return found[0]


def name(code: str, form: str) -> KnownName:
    found = [r for r in NAMES[code] if form in r.names]
    assert len(found) == 1, (form, found)
    return found[0]


def entries(code: str, table: str) -> Iterator[str]:
    """Every word or phrase of a table of words.toml."""
    for values in WORDS[code][table].values():
        for value in values:
            yield value if isinstance(value, str) else value["form"]


def closed_class(code: str) -> set[str]:
    return {word for table in CLOSED for word in entries(code, table)}


# --- nouns for people ------------------------------------------------------------------------


@pytest.mark.parametrize("code", LANGUAGES)
def test_nouns_for_people_are_many_and_well_formed(code: str) -> None:
    rows = ROLES[code]
    assert len(rows) >= 900
    assert {row.kind for row in rows} == set(RoleKind)
    prepositions = set(WORDS[code]["prepositions"]["words"])
    for row in rows:
        assert row.singular, row
        assert row.gender in {"", "m", "f"}, row
        assert set(row.portfolio) <= prepositions, row
        assert row.kind is not RoleKind.TITLE or not (row.portfolio or row.joins), row
        for form in (*row.singular, *row.plural):
            assert form == " ".join(form.split()), row
            assert form.rstrip("."), row


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("number", ["singular", "plural"])
def test_a_form_is_in_one_row(code: str, number: str) -> None:
    for rows in (ROLES[code], BODIES[code]):
        forms = Counter(f.casefold() for row in rows for f in set(getattr(row, number)))
        allowed = SHARED_PLURALS.get(code, set()) if number == "plural" else set()
        assert {f for f, count in forms.items() if count > 1} <= allowed


#: Plurals of a common and of a feminine noun at once, or of two nouns.
SHARED_PLURALS = {
    "nl": {
        "bewindslieden", "zakenlui", "zakenlieden", "raadslieden", "buren", "toplui", "voorlieden",
    }
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "form", "kind", "gender"),
    [
        ("en", "president", "office", ""),
        ("en", "presidents", "office", ""),
        ("en", "prime minister", "office", ""),
        ("en", "foreign ministers", "office", ""),
        ("en", "defence secretary", "office", ""),
        ("en", "defense secretary", "office", ""),
        ("en", "secretaries of state", "office", ""),
        ("en", "secretary-general", "office", ""),
        ("en", "attorneys general", "office", ""),
        ("en", "spokesmen", "office", "m"),
        ("en", "spokeswomen", "office", "f"),
        ("en", "spokesperson", "office", ""),
        ("en", "chief of the general staff", "office", ""),
        ("en", "chief of defence", "office", ""),
        ("en", "chiefs of staff", "office", ""),
        ("en", "mayor", "office", ""),
        ("en", "queen", "office", "f"),
        ("en", "separatist leader", "office", ""),
        ("en", "Gov.", "office", ""),
        ("en", "Gen.", "rank", ""),
        ("en", "Lt. Gen.", "rank", ""),
        ("en", "marshal", "rank", ""),
        ("en", "Mrs.", "title", "f"),
        ("en", "Sir", "title", "m"),
        ("en", "analyst", "profession", ""),
        ("en", "professor", "profession", ""),
        ("en", "fishermen", "profession", "m"),
        ("en", "official", "source", ""),
        ("en", "eyewitnesses", "source", ""),
        ("en", "diplomats", "source", ""),
        ("en", "wives", "source", "f"),
        ("nl", "minister", "office", ""),
        ("nl", "ministers", "office", ""),
        ("nl", "defensieminister", "office", ""),
        ("nl", "minister-president", "office", ""),
        ("nl", "staatssecretarissen", "office", ""),
        ("nl", "woordvoerder", "office", ""),
        ("nl", "woordvoerster", "office", "f"),
        ("nl", "Kremlinwoordvoerster", "office", "f"),
        ("nl", "kamerlid", "office", ""),
        ("nl", "kamerleden", "office", ""),
        ("nl", "fractievoorzitter", "office", ""),
        ("nl", "parlementslid", "office", ""),
        ("nl", "commandant der strijdkrachten", "office", ""),
        ("nl", "hoge vertegenwoordiger", "office", ""),
        ("nl", "buitenlandchef", "office", ""),
        ("nl", "secretarissen-generaal", "office", ""),
        ("nl", "topvrouw", "office", "f"),
        ("nl", "generaal", "rank", ""),
        ("nl", "luitenant-kolonels", "rank", ""),
        ("nl", "de heer", "title", "m"),
        ("nl", "mevrouw", "title", "f"),
        ("nl", "prof.", "title", ""),
        ("nl", "hoogleraren", "profession", ""),
        ("nl", "historica", "profession", "f"),
        ("nl", "critici", "source", ""),
        ("nl", "vissers", "profession", ""),
        ("nl", "ooggetuigen", "source", ""),
        ("nl", "functionarissen", "source", ""),
        ("nl", "waarnemers", "source", ""),
        ("nl", "omwonenden", "source", ""),
    ],
)
def test_nouns_for_people(code: str, form: str, kind: str, gender: str) -> None:
    row = role(code, form)
    assert (row.kind, row.gender) == (kind, gender)


@pytest.mark.parametrize(
    ("code", "form", "preposition", "joins"),
    [
        ("en", "spokesman", "for", True),
        ("en", "president", "of", True),
        ("en", "professor", "at", True),
        ("en", "ambassador", "of", True),
        ("en", "commander", "in", True),
        ("nl", "woordvoerster", "van", True),
        ("nl", "minister", "voor", True),
        ("nl", "hoogleraar", "aan", True),
        ("nl", "analist", "bij", True),
        ("nl", "gezant", "voor", True),
    ],
)
def test_what_a_noun_for_people_takes(code: str, form: str, preposition: str, joins: bool) -> None:
    row = role(code, form)
    assert preposition in row.portfolio
    assert row.joins is joins


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("word", ["spokesmans", "childs", "fishermans", "kamerlids", "criticussen"])
def test_no_form_is_made_by_rule_alone(code: str, word: str) -> None:
    assert not any(word in (*row.singular, *row.plural) for row in ROLES[code])


# --- nouns for bodies ------------------------------------------------------------------------


@pytest.mark.parametrize("code", LANGUAGES)
def test_nouns_for_bodies_are_many_and_well_formed(code: str) -> None:
    rows = BODIES[code]
    assert len(rows) >= 450
    kinds = Counter(row.kind for row in rows)
    assert set(kinds) == {
        ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.MEDIA, ActorKind.ORGANIZATION
    }  # fmt: skip
    assert min(kinds.values()) >= 40
    prepositions = set(WORDS[code]["prepositions"]["words"])
    for row in rows:
        assert row.singular, row
        assert set(row.portfolio) <= prepositions, row


@pytest.mark.parametrize(
    ("code", "form", "kind", "capitalised"),
    [
        ("en", "ministry", "government", True),
        ("en", "government", "government", False),
        ("en", "intelligence service", "government", True),
        ("en", "army", "military", True),
        ("en", "armed forces", "military", True),
        ("en", "fleets", "military", True),
        ("en", "corps", "military", True),
        ("en", "command", "military", True),
        ("en", "news agency", "media", True),
        ("en", "newspaper", "media", False),
        ("en", "monitoring group", "organization", True),
        ("en", "militias", "organization", False),
        ("en", "think tank", "organization", True),
        ("en", "university", "organization", True),
        ("nl", "ministerie", "government", True),
        ("nl", "regering", "government", False),
        ("nl", "kabinetten", "government", False),
        ("nl", "rechtbank", "government", True),
        ("nl", "leger", "military", True),
        ("nl", "krijgsmacht", "military", False),
        ("nl", "luchtmacht", "military", True),
        ("nl", "persbureau", "media", True),
        ("nl", "zender", "media", False),
        ("nl", "kranten", "media", False),
        ("nl", "vluchtelingenorganisatie", "organization", False),
        ("nl", "terreurgroep", "organization", False),
        ("nl", "junta", "military", False),
        ("nl", "denktank", "organization", False),
        ("nl", "instituten", "organization", True),
    ],
)
def test_nouns_for_bodies(code: str, form: str, kind: str, capitalised: bool) -> None:
    row = body(code, form)
    assert (row.kind, row.capitalised) == (kind, capitalised)


# --- names of the press ----------------------------------------------------------------------


@pytest.mark.parametrize("code", LANGUAGES)
def test_known_names_are_many_and_well_formed(code: str) -> None:
    rows = NAMES[code]
    assert len(rows) >= 1500
    assert {row.type for row in rows} == NAME_TYPES
    forms = Counter(form for row in rows for form in row.names)
    assert not {form for form, count in forms.items() if count > 1}
    for row in rows:
        assert (row.kind is ActorKind.MEDIA) == (row.type in MEDIA_TYPES), row
        assert row.country == "" or (len(row.country) == 2 and row.country.isupper()), row
        assert all(form == " ".join(form.split()) for form in row.names), row


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_known_name_of_one_word_is_no_function_word(code: str) -> None:
    """In capitals it may be one: IS and WHO are told from is and who by their case."""
    closed = closed_class(code) | set(entries(code, "capitals"))
    plain = {f for row in NAMES[code] for f in row.names if not f.isupper()}
    assert not {form for form in plain if form.casefold() in closed}


@pytest.mark.parametrize(
    ("code", "form", "fullest", "kind"),
    [
        ("en", "NATO", "North Atlantic Treaty Organization", "organization"),
        ("en", "Nato", "North Atlantic Treaty Organization", "organization"),
        ("en", "EU", "European Union", "organization"),
        ("en", "AP", "Associated Press", "media"),
        ("en", "Tass", "TASS", "media"),
        ("en", "BBC", "BBC", "media"),
        ("en", "Lloyd's List", "Lloyd's List", "media"),
        ("en", "Houthis", "Houthis", "organization"),
        ("en", "al-Shabab", "al-Shabaab", "organization"),
        ("en", "FBI", "FBI", "government"),
        ("en", "Amnesty International", "Amnesty International", "organization"),
        ("en", "National Intelligence Service", "National Intelligence Service", "government"),
        ("nl", "NAVO", "Noord-Atlantische Verdragsorganisatie", "organization"),
        ("nl", "VN", "Verenigde Naties", "organization"),
        ("nl", "OVSE", "Organisatie voor Veiligheid en Samenwerking in Europa", "organization"),
        ("nl", "Ria Novosti", "RIA Novosti", "media"),
        ("nl", "NOS", "NOS", "media"),
        ("nl", "RTL Nieuws", "RTL Nieuws", "media"),
        ("nl", "De Standaard", "De Standaard", "media"),
        ("nl", "Houthi's", "Houthi's", "organization"),
        ("nl", "Wagnergroep", "Wagner-groep", "organization"),
        ("nl", "JNIM", "JNIM", "organization"),
        ("nl", "CDA", "CDA", "organization"),
        ("nl", "Artsen zonder Grenzen", "Artsen zonder Grenzen", "organization"),
        ("nl", "Raad van State", "Raad van State", "government"),
        ("nl", "Koninklijke Luchtmacht", "Koninklijke Luchtmacht", "military"),
        ("nl", "AIVD", "AIVD", "government"),
    ],
)
def test_known_names(code: str, form: str, fullest: str, kind: str) -> None:
    row = name(code, form)
    assert (row.names[0], row.kind) == (fullest, kind)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("form", ["Reuters", "BBC", "Le Monde", "Hamas", "Interpol", "Boeing"])
def test_a_name_without_its_country_in_it_has_none(code: str, form: str) -> None:
    assert name(code, form).country == ""


# --- given names -----------------------------------------------------------------------------


def test_given_names_are_many_and_well_formed() -> None:
    assert len(FIRST_NAMES) >= 4000
    assert set(FIRST_NAMES.values()) == {"m", "f", "u"}
    assert all(n[0].isupper() and " " not in n for n in FIRST_NAMES)


@pytest.mark.parametrize(
    ("given", "gender"),
    [
        ("Vladimir", "m"), ("Aleksandr", "m"), ("Sergej", "m"), ("Dmitri", "m"), ("Joeri", "m"),
        ("Maria", "f"), ("Oksana", "f"), ("Olha", "f"), ("Joelia", "f"), ("Svetlana", "f"),
        ("Donald", "m"), ("Hillary", "f"), ("Kamala", "f"), ("Ursula", "f"), ("Recep", "m"),
        ("Mohammed", "m"), ("Fatima", "f"), ("Kofi", "m"), ("Akosua", "f"), ("Lindiwe", "f"),
        ("Geert", "m"), ("Lieve", "f"), ("Dirk-Jan", "m"), ("Étienne", "m"), ("Ingrid", "f"),
        ("Narendra", "m"), ("Shinzo", "m"), ("Yoko", "f"), ("Kim", "u"), ("Hennie", "u"),
    ],
)  # fmt: skip
def test_given_names(given: str, gender: str) -> None:
    assert FIRST_NAMES[given] == gender


@pytest.mark.parametrize(
    "word", ["Will", "May", "April", "Israel", "Georgia", "Moskou", "Anders", "Hope", "Chad"]
)
def test_no_given_name_that_is_mostly_another_word(word: str) -> None:
    assert word not in FIRST_NAMES


# --- closed classes --------------------------------------------------------------------------


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_follow_the_schema(code: str) -> None:
    assert isinstance(read_grammar(DATA / code / "words.toml", Words, "words.toml"), Words)


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_are_normal_forms_listed_once(code: str) -> None:
    for table, lists in WORDS[code].items():
        for key, values in lists.items():
            where = f"{code}: [{table}] {key}"
            if values and isinstance(values[0], dict):
                rows = [tuple(sorted(value.items())) for value in values]
                assert len(rows) == len(set(rows)), where
                continue
            assert len(values) == len(set(values)), where
            for value in values:
                assert value == normal_form(value) == " ".join(value.split()), (where, value)


@pytest.mark.parametrize("code", LANGUAGES)
def test_openers_are_many_and_apart_from_the_closed_classes(code: str) -> None:
    openers = set(WORDS[code]["capitals"]["openers"])
    assert len(openers) >= 400
    assert not openers & closed_class(code)


def test_the_words_of_recognition_belong_to_one_language() -> None:
    for code in LANGUAGES:
        own = set(WORDS[code]["recognition"]["words"])
        assert len(own) >= 55
        for other in LANGUAGES:
            if other != code:
                assert not own & closed_class(other)
                assert not own & set(entries(other, "capitals"))
                assert not own & set(WORDS[other]["recognition"]["words"])


@pytest.mark.parametrize(
    ("code", "form", "readings"),
    [
        ("en", "he", {("singular", "m", "subject")}),
        ("en", "they", {("plural", "", "subject")}),
        ("en", "her", {("singular", "f", "object")}),
        ("nl", "hij", {("singular", "m", "subject")}),
        ("nl", "ze", {("singular", "f", "subject"), ("plural", "", "any")}),
        ("nl", "zij", {("singular", "f", "subject"), ("plural", "", "subject")}),
        ("nl", "hun", {("plural", "", "object")}),
    ],
)
def test_personal_pronouns(code: str, form: str, readings: set[tuple[str, str, str]]) -> None:
    rows = WORDS[code]["pronouns"]["personal"]
    found = {(r["number"], r["gender"], r["case"]) for r in rows if r["form"] == form}
    assert found == readings


@pytest.mark.parametrize(
    ("code", "table", "key", "inside", "outside"),
    [
        ("en", "names", "particles", "von van de al bin", "in on the of that"),
        ("nl", "names", "particles", "van de der den ter ten 't", "in op aan voor over het en"),
        ("en", "certainty", "possible", "reportedly perhaps", "certainly should"),
        ("nl", "certainty", "possible", "mogelijk misschien wellicht", "kan zeker"),
        ("en", "verbs", "future", "will", "was would"),
        ("nl", "verbs", "conditional", "zou zouden", "zal"),
        ("en", "abbreviations", "words", "mr gen gov sen lt feb", "no in art jan"),
        ("nl", "abbreviations", "words", "dhr bijv nov jl o.a", "lid jan art tot"),
        ("en", "sources", "adjectives", "senior western former", "good sudden"),
        ("nl", "sources", "adjectives", "hoge hooggeplaatste westerse", "mooie plotse"),
        ("en", "roles", "former", "former ex- then-", "president"),
        ("nl", "roles", "former", "oud- ex- voormalig", "minister"),
        ("en", "roles", "ambiguous", "general head private", "spokesman ambassador"),
        ("nl", "roles", "ambiguous", "hoofd bron kind", "woordvoerder ambassadeur"),
        ("en", "documents", "nouns", "report poll letter", "minister army"),
        ("nl", "documents", "nouns", "rapport peiling brief", "minister leger"),
        ("en", "adverbs", "neutral", "also later repeatedly", "not president"),
        ("nl", "adverbs", "neutral", "ook alvast evenwel eerder", "niet dat"),
    ],
)
def test_words_stand_where_they_belong(
    code: str, table: str, key: str, inside: str, outside: str
) -> None:
    words = set(WORDS[code][table][key])
    assert set(inside.split()) <= words
    assert not set(outside.split()) & words


@pytest.mark.parametrize("code", LANGUAGES)
def test_ambiguous_nouns_are_nouns_for_people(code: str) -> None:
    forms = {f.casefold() for row in ROLES[code] for f in (*row.singular, *row.plural)}
    assert set(WORDS[code]["roles"]["ambiguous"]) <= forms
