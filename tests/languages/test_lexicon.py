"""Lexicons: a user's own words, a folder of them, a whole new language, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_origin, get_type_hints

import attrs
import pytest

from newsmodel import (
    LanguageDataError,
    Lexicon,
    UnsupportedLanguageError,
    find_actors,
    find_deployments,
    find_quantities,
    find_statements,
    find_times,
    parse_article,
)
from newsmodel.languages import Cue, CueType, Frame
from newsmodel.languages.lexicon import GRAMMARS, LANGUAGES, TABLES, builtin, world
from newsmodel.languages.numbers import NumberWords
from newsmodel.languages.profile import load_profile
from newsmodel.languages.schema import City, KnownName, Role, RoleKind
from newsmodel.languages.times import TimeWords
from newsmodel.model import ActorKind, SpeechAct


def written(folder: Path, **files: str) -> Path:
    """The folder with files of these contents; `cues_tsv` is the file cues.tsv."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")
    return folder


# --- words of one's own ------------------------------------------------------------------

BURBLE = Cue(
    lemma="burble",
    type=CueType.VERB,
    finite=("burble", "burbles", "burbled"),
    past=("burbled",),
    act=SpeechAct.SAY,
    frames=(Frame.QUOTE, Frame.THAT),
)
BURBLE_ROWS = "lemma\ttype\tfinite\tpast\tact\tframes\n" + (
    "burble\tverb\tburble|burbles|burbled\tburbled\tsay\tquote|that\n"
)
BURBLED = "General Luis Costa burbled that the convoy had stopped."


def test_a_word_made_in_python() -> None:
    own = Lexicon(code="en", cues=(BURBLE,))
    assert find_statements(BURBLED, language="en") == ()
    (statement,) = find_statements(BURBLED, language="en", lexicons=[own])
    assert statement.content[0].text == "the convoy had stopped"
    assert find_statements(BURBLED, language="en") == ()


def test_a_word_in_a_folder(tmp_path: Path) -> None:
    own = Lexicon.from_folder(written(tmp_path / "en", cues_tsv=BURBLE_ROWS))
    assert (own.code, own.cues) == ("en", (BURBLE,))
    assert len(find_statements(BURBLED, language="en", lexicons=[own])) == 1


def test_a_folder_of_another_name(tmp_path: Path) -> None:
    folder = written(tmp_path / "my-words", cues_tsv=BURBLE_ROWS)
    own = Lexicon.from_folder(str(folder), "en")
    assert len(find_statements(BURBLED, language="en", lexicons=[own])) == 1


def test_own_words_come_before_those_of_the_language() -> None:
    own = Lexicon(
        code="en", cues=(attrs.evolve(BURBLE, lemma="say", finite=("said",), act="deny"),)
    )
    merged = builtin("en").merged(own)
    assert merged.cues[0] is own.cues[0]
    assert merged.cues[1:] == builtin("en").cues
    assert merged.words is builtin("en").words


def test_several_lexicons_count_together() -> None:
    one = Lexicon(code="en", cues=(BURBLE,))
    other = Lexicon(code="en", roles=(Role(singular=("grand poobah",), kind=RoleKind.OFFICE),))
    dutch = Lexicon(code="nl", cities=(City(name="Zwamdrecht", country=("NL",)),))
    text = "Grand poobah Luis Costa burbled that the convoy had stopped."
    (statement,) = find_statements(text, language="en", lexicons=[one, dutch, other])
    assert statement.speakers[0].role == "Grand poobah"


@pytest.mark.parametrize(
    ("language", "lexicon", "text", "name", "kind"),
    [
        (
            "en",
            Lexicon(
                code="en",
                names=(KnownName(names=("Zorbo",), kind=ActorKind.MEDIA, country="NO"),),
            ),
            "Zorbo reported that the bridge was shut.",
            "Zorbo",
            "media",
        ),
        (
            "nl",
            Lexicon(
                code="nl",
                names=(KnownName(names=("De Vliegende Brigade",), kind=ActorKind.ORGANIZATION),),
            ),
            "Gisteren meldde De Vliegende Brigade dat de brug dicht is.",
            "De Vliegende Brigade",
            "organization",
        ),
    ],
)
def test_a_name_of_ones_own(
    language: str, lexicon: Lexicon, text: str, name: str, kind: str
) -> None:
    actors = find_actors(text, language=language, lexicons=[lexicon])
    assert [(actor.name, actor.kind.value) for actor in actors] == [(name, kind)]


def test_a_city_of_ones_own() -> None:
    own = Lexicon(code="en", cities=(City(name="Vorzelle", country=("FR",)),))
    (deployment,) = find_deployments(
        "Norway moved 300 soldiers to Vorzelle.", language="en", lexicons=[own]
    )
    assert deployment.destination is not None
    assert (deployment.destination.name, deployment.destination.country) == ("Vorzelle", "FR")


def test_a_grammar_of_ones_own_stands_in_for_that_of_the_language(tmp_path: Path) -> None:
    own = Lexicon.from_folder(written(tmp_path / "en", layout_toml='byline = ["penned"]\n'))
    text = "Frigate sails north\n\nPenned by Ana Silva\n\nThe frigate left on Tuesday."
    kinds = [block.kind.value for block in parse_article(text, lexicons=[own]).blocks]
    assert kinds == ["headline", "byline", "paragraph"]


# --- what is refused ---------------------------------------------------------------------

REFUSED = [
    ("cues_tsv", "lemma\tsort\nburble\tverb\n", "xx/cues.tsv:1: unknown column 'sort'"),
    ("cues_tsv", "lemma\ttype\tact\nburble\tverb\tshout\n", "xx/cues.tsv:2: column 'act': 'shout'"),
    ("cues_tsv", "lemma\ttype\tact\nburble\tadjective\tsay\n", "xx/cues.tsv:2: column 'type'"),
    ("cues_tsv", "lemma\ttype\tact\tframes\nb\tverb\tsay\tquote|tat\n", "'tat' is none of quote"),
    ("cues_tsv", "lemma\ttype\nburble\tverb\n", "xx/cues.tsv:2: "),
    ("roles_tsv", "singular\tkind\nchief\tboss\n", "xx/roles.tsv:2: column 'kind': 'boss'"),
    ("units_tsv", "singular\tunit\nfrigate\tboat\n", "xx/units.tsv:2: column 'unit': 'boat'"),
    ("units_tsv", "singular\tunit\nfrigate\twarship\textra\n", "xx/units.tsv:2: 3 cells for 2"),
    ("moves_tsv", "lemma\ttype\tkind\nsend\tverb\tgoing\n", "column 'kind': 'going'"),
    ("cities_tsv", "name\tcountry\tpopulation\nOslo\tNO\tmany\n", "column 'population'"),
    ("countries_tsv", "code\nNO\n", "xx/countries.tsv:2: "),
    ("layout_toml", 'heeder = ["date"]\n', "xx/layout.toml: extra fields found (heeder)"),
    ("layout_toml", "header = [\n", "xx/layout.toml: "),
    ("layout_toml", "header = 3\n", "xx/layout.toml: "),
    ("words_toml", "[determiners]\n", "xx/words.toml: "),
    ("times_toml", "day_first = true\n", "xx/times.toml: "),
    ("numbers_toml", 'decimal_mark = ","\n', "xx/numbers.toml: "),
    ("grammar_toml", "verb_third = true\n", "xx/grammar.toml: extra fields found (verb_third)"),
    ("grammar_toml", 'auxiliary_reach = "far"\n', "xx/grammar.toml: "),
]


@pytest.mark.parametrize(("file", "text", "message"), REFUSED)
def test_what_a_file_may_not_hold(tmp_path: Path, file: str, text: str, message: str) -> None:
    folder = written(tmp_path / "xx", **{file: text})
    with pytest.raises(LanguageDataError) as caught:
        Lexicon.from_folder(folder)
    assert message in str(caught.value)
    assert caught.value.file == f"xx/{file.replace('_', '.')}"


@pytest.mark.parametrize("name", ["cues.tsv", "layout.toml"])
def test_a_file_that_is_not_utf_8(tmp_path: Path, name: str) -> None:
    folder = written(tmp_path / "xx")
    (folder / name).write_bytes(b"header\xff\n")
    with pytest.raises(LanguageDataError, match=f"xx/{name}"):
        Lexicon.from_folder(folder)


def test_every_wrong_entry_of_a_grammar_is_named(tmp_path: Path) -> None:
    folder = written(tmp_path / "xx", layout_toml='header = 3\nbyline = 4\ncolour = "red"\n')
    with pytest.raises(LanguageDataError) as caught:
        Lexicon.from_folder(folder)
    assert all(word in str(caught.value) for word in ("header", "byline", "colour"))


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LanguageDataError, match="no folder"):
        Lexicon.from_folder(tmp_path / "nothing")
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(LanguageDataError, match="no folder"):
        Lexicon.from_folder(file)


def test_a_folder_without_a_file_of_a_lexicon(tmp_path: Path) -> None:
    folder = written(tmp_path / "xx", notes_txt="hello")
    with pytest.raises(LanguageDataError, match=r"'xx' holds none of cues\.tsv"):
        Lexicon.from_folder(folder)


def test_lexicons_of_two_languages_do_not_merge() -> None:
    with pytest.raises(LanguageDataError, match="'nl' does not fit the language 'en'"):
        builtin("en").merged(Lexicon(code="nl"))
    with pytest.raises(LanguageDataError, match="'nl' does not fit the language 'en'"):
        load_profile("en", Lexicon(code="nl"))


@pytest.mark.parametrize("code", ["fr", "", "EN", "world"])
def test_a_language_that_the_package_has_not(code: str) -> None:
    with pytest.raises(UnsupportedLanguageError):
        builtin(code)
    with pytest.raises(UnsupportedLanguageError):
        load_profile(code)


def test_words_for_a_language_that_is_not_there() -> None:
    own = Lexicon(code="fr", cues=(BURBLE,))
    with pytest.raises((LanguageDataError, UnsupportedLanguageError)) as caught:
        find_statements(BURBLED, language="fr", lexicons=[own])
    assert "fr" in str(caught.value)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_package_has_every_file_of_its_languages(code: str) -> None:
    lexicon = builtin(code)
    for file in (*TABLES, *GRAMMARS):
        assert getattr(lexicon, file.split(".")[0]), file
    assert lexicon.cities == world(code).cities
    assert builtin(code) is lexicon


# --- a language of one's own -------------------------------------------------------------


def least(schema: Any, **given: str) -> str:
    """The smallest TOML that a schema takes: its fields without a default, empty.

    `given` are fields with the value that they have instead, as TOML.
    """
    plain, tables = [], []
    hints = get_type_hints(schema)
    for field in attrs.fields(schema):
        hint = hints[field.name]
        if field.name in given:
            (tables if given[field.name].startswith("{") else plain).append(
                f"{field.name} = {given[field.name]}"
            )
        elif field.default is attrs.NOTHING:
            plain.append(f"{field.name} = {_empty(hint)}")
    return "\n".join([*plain, *tables]) + "\n"


def _empty(hint: Any) -> str:
    if attrs.has(hint):
        inner = get_type_hints(hint)
        entries = [
            f"{f.name} = {_empty(inner[f.name])}"
            for f in attrs.fields(hint)
            if f.default is attrs.NOTHING
        ]
        return "{" + ", ".join(entries) + "}"
    if get_origin(hint) is tuple:
        return "[]"
    if get_origin(hint) is dict:
        return "{}"
    return {bool: "false", str: '""', int: "0"}[hint]


ESPERANTO = {
    "words_toml": """
determiners = { definite = ["la"], quantifier = ["ĉiuj"] }
prepositions = { words = ["al", "de", "en", "laŭ", "pri"] }
conjunctions = { coordinating = ["kaj", "sed"], subordinating = ["ĉar"] }
complementizers = { declarative = ["ke"], interrogative = ["ĉu"] }
verbs = { be = ["estas", "estis"] }
recognition = { words = ["la", "kaj", "ke", "estas", "diris", "al"] }
negation = { words = ["ne"] }
abbreviations = { words = ["gen"] }

[pronouns]
personal = [
  { form = "li", person = 3, number = "singular", gender = "m", case = "subject" },
  { form = "ŝi", person = 3, number = "singular", gender = "f", case = "subject" },
]
""",
    "times_toml": least(
        TimeWords,
        day_first="true",
        months="{marto = 3}",
        weekdays="{lundo = 1}",
        days='{"hieraŭ" = -1}',
    ),
    "numbers_toml": least(NumberWords, decimal_mark='","', units="{du = 2, tri = 3}"),
    "grammar_toml": 'and_ = ["kaj"]\nof = ["de"]\n',
    "cues_tsv": (
        "lemma\ttype\tfinite\tpast\tact\tframes\tshare\n"
        "diri\tverb\tdiras|diris\tdiris\tsay\tquote|that|bare|parenthetical|colon\t0.9\n"
        "nei\tverb\tneas|neis\tneis\tdeny\tthat\t0.9\n"
        "laŭ\tpreposition\tlaŭ\t\tclaim\tquote|parenthetical\t0.9\n"
    ),
    "roles_tsv": (
        "singular\tplural\tgender\tkind\n"
        "generalo\tgeneraloj\t\trank\n"
        "ministro\tministroj\tm\toffice\n"
    ),
    "countries_tsv": "code\tnames\tadjectives\nNO\tNorvegio\tnorvega\nIS\tIslando\tislanda\n",
    "units_tsv": "singular\tplural\tunit\nfregaton\tfregatojn\twarship\n",
    "moves_tsv": (
        "lemma\ttype\tfinite\tpast\tkind\tforce\nsendi\tverb\tsendas|sendis\tsendis\tmovement\tobject\n"
    ),
    "wrappers_toml": '[to]\nphrases = ["al"]\n',
    "layout_toml": 'byline = ["verkis"]\n',
}


@pytest.fixture(scope="module")
def esperanto(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return Lexicon.from_folder(written(tmp_path_factory.mktemp("languages") / "eo", **ESPERANTO))


@pytest.mark.parametrize(
    ("text", "speaker", "act", "content"),
    [
        (
            "Generalo Anna Vos diris ke la ponto estas fermita.",
            "Anna Vos",
            "say",
            "la ponto estas fermita",
        ),
        ("“La ponto estas fermita,” diris Anna Vos.", "Anna Vos", "say", "La ponto estas fermita"),
        ("Anna Vos diris: “La ponto estas fermita.”", "Anna Vos", "say", "La ponto estas fermita."),
        ("Anna Vos neis ke la ponto estas fermita.", "Anna Vos", "deny", "la ponto estas fermita"),
        ("Laŭ Anna Vos la ponto estas fermita.", "Anna Vos", "claim", "la ponto estas fermita"),
        ("Ministro Tom Hale kaj Anna Vos venis. “Jes,” diris li.", "Tom Hale", "say", "Jes"),
    ],
)
def test_statements_of_a_new_language(
    esperanto: Lexicon, text: str, speaker: str, act: str, content: str
) -> None:
    (statement,) = find_statements(text, language="eo", lexicons=[esperanto])
    assert [actor.name for actor in statement.speakers] == [speaker]
    assert (statement.act.value, statement.content[0].text) == (act, content)


def test_a_deployment_in_a_new_language(esperanto: Lexicon) -> None:
    (found,) = find_deployments(
        "Norvegio sendis du fregatojn al Islando.", language="eo", lexicons=[esperanto]
    )
    assert (found.force_country, found.unit.value, str(found.quantity)) == ("NO", "warship", "2")
    assert found.destination is not None
    assert found.destination.country == "IS"


def test_times_and_numbers_of_a_new_language(esperanto: Lexicon) -> None:
    own = {"language": "eo", "lexicons": [esperanto]}
    assert [str(t.value) for t in find_times("Ili venis 5 marto 2019.", **own)] == ["2019-03-05"]
    assert [
        str(t.value) for t in find_times("Ili venis hieraŭ.", published="2022-12-20", **own)
    ] == ["2022-12-19"]
    assert [str(q) for q in find_quantities("Tri ŝipoj kaj 12 homoj", **own)] == ["3", "12"]


def test_a_new_language_is_recognised(esperanto: Lexicon) -> None:
    text = "La ponto estas fermita, kaj Anna Vos diris ke ŝi iras al la urbo."
    assert parse_article(text, lexicons=[esperanto]).language == "eo"
    assert (
        parse_article("The bridge is shut, and that is that.", lexicons=[esperanto]).language
        == "en"
    )


@pytest.mark.parametrize("text", ["", "x", "12", "“", "La\n\nla.", "5 marto", "Anna Vos " * 50])
def test_whatever_the_text_a_new_language_parses(esperanto: Lexicon, text: str) -> None:
    assert parse_article(text, language="eo", lexicons=[esperanto]).language == "eo"


@pytest.mark.parametrize("file", ["words_toml", "times_toml", "numbers_toml"])
def test_a_new_language_without_one_of_its_three_files(tmp_path: Path, file: str) -> None:
    files = {name: text for name, text in ESPERANTO.items() if name != file}
    own = Lexicon.from_folder(written(tmp_path / "eo", **files))
    with pytest.raises((LanguageDataError, UnsupportedLanguageError)) as caught:
        parse_article("La ponto estas fermita.", language="eo", lexicons=[own])
    assert "eo" in str(caught.value)


def test_a_new_language_with_the_three_files_alone(tmp_path: Path) -> None:
    files = {name: ESPERANTO[name] for name in ("words_toml", "times_toml", "numbers_toml")}
    own = Lexicon.from_folder(written(tmp_path / "eo", **files))
    article = parse_article("Anna Vos diris “jes”.", language="eo", lexicons=[own])
    assert article.statements == ()


def test_an_unknown_group_of_wrappers(tmp_path: Path) -> None:
    files = {**ESPERANTO, "wrappers_toml": '[towards]\nphrases = ["al"]\n'}
    own = Lexicon.from_folder(written(tmp_path / "eo", **files))
    with pytest.raises(LanguageDataError, match=r"wrappers\.toml: unknown group 'towards'"):
        parse_article("La ponto.", language="eo", lexicons=[own])
