"""Profiles: which look-ups a lexicon is compiled into."""

from __future__ import annotations

import pytest

from newsmodel.errors import LanguageDataError
from newsmodel.languages import Cue, CueType, Lexicon
from newsmodel.languages.lexicon import LANGUAGES, builtin
from newsmodel.languages.phrases import Phrases
from newsmodel.languages.profile import Form, SenseKind, compile_lexicon, load_profile
from newsmodel.languages.wrappers import GROUPS, Wrapper, check_wrappers


def test_a_profile_is_made_once() -> None:
    assert load_profile("nl") is load_profile("nl")
    own = Lexicon(code="nl")
    assert compile_lexicon(own.merged(builtin("nl"))) is not load_profile("nl")


@pytest.mark.parametrize(
    "lacking", [("words",), ("times",), ("numbers",), ("words", "times", "numbers")]
)
def test_a_lexicon_that_is_no_whole_language(lacking: tuple[str, ...]) -> None:
    whole = builtin("nl")
    files = {
        name: getattr(whole, name) for name in ("words", "times", "numbers") if name not in lacking
    }
    with pytest.raises(LanguageDataError) as caught:
        compile_lexicon(Lexicon(code="xx", **files))
    assert "the lexicon of 'xx' has no " + ", ".join(f"{name}.toml" for name in lacking) in str(
        caught.value
    )


@pytest.mark.parametrize(
    ("code", "word", "lemma", "form"),
    [
        ("nl", "zei", "zeggen", Form.PAST),
        ("nl", "zegt", "zeggen", Form.PRESENT),
        ("nl", "gezegd", "zeggen", Form.PARTICIPLE),
        ("en", "said", "say", Form.PAST),
        ("en", "saying", "say", Form.GERUND),
        ("en", "claim", "claim", Form.NOUN),
    ],
)
def test_the_forms_of_a_cue(code: str, word: str, lemma: str, form: Form) -> None:
    forms = load_profile(code).cues[word]
    assert any((f.cue.lemma.split()[0], f.form) == (lemma, form) for f in forms)
    assert all(f.finite is (f.form in (Form.PRESENT, Form.PAST)) for f in forms)


@pytest.mark.parametrize("code", LANGUAGES)
def test_cues_with_a_companion_come_first(code: str) -> None:
    for word, forms in load_profile(code).cues.items():
        companions = [bool(form.cue.with_) for form in forms]
        assert companions == sorted(companions, reverse=True), word


@pytest.mark.parametrize(
    ("code", "name", "kind", "country"),
    [
        ("nl", "Frankrijk", SenseKind.COUNTRY, "FR"),
        ("nl", "Franse", SenseKind.ADJECTIVE, "FR"),
        ("nl", "Fransman", SenseKind.DEMONYM, "FR"),
        ("nl", "Fransen", SenseKind.DEMONYMS, "FR"),
        ("nl", "Parijs", SenseKind.CAPITAL, "FR"),
        ("nl", "Kremlin", SenseKind.METONYM, "RU"),
        ("nl", "Lyon", SenseKind.CITY, "FR"),
        ("en", "France", SenseKind.COUNTRY, "FR"),
        ("en", "French", SenseKind.ADJECTIVE, "FR"),
        ("en", "Paris", SenseKind.CAPITAL, "FR"),
        ("en", "Pentagon", SenseKind.METONYM, "US"),
    ],
)
def test_what_a_name_can_mean(code: str, name: str, kind: SenseKind, country: str) -> None:
    match = load_profile(code).gazetteer.match([name], 0)
    assert match is not None
    assert (kind, country) in [(sense.kind, sense.country) for sense in match[1]]


def test_a_role_with_a_capital_matches_only_as_it_is_written() -> None:
    profile = load_profile("en")
    for phrases, exact in ((profile.roles, False), (profile.exact_roles, True)):
        for first, rests in phrases.by_first.items():
            for rest, _ in rests:
                form = " ".join((first, *rest))
                assert (form != form.casefold()) is exact, form


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases([(("a",), 1), (("a", "b"), 2), (("a", "b", "c"), 3), (("a",), 4), ((), 5)])
    assert phrases.match(["a", "b", "c"], 0) == (3, 3)
    assert phrases.match(["a", "b", "c"], 0, 2) == (2, 2)
    assert phrases.match(["a", "c"], 0) == (1, 1)
    assert phrases.match(["b"], 0) is None
    assert "a" in phrases
    assert "b" not in phrases


def test_wrappers_that_a_language_lacks_are_empty() -> None:
    own = Wrapper(verbs=("order",))
    checked = check_wrappers({"order": own})
    assert tuple(checked) == GROUPS
    assert checked["order"] is own
    assert checked["plan"] == Wrapper()
    with pytest.raises(LanguageDataError, match="unknown group 'command'"):
        check_wrappers({"command": own})


def test_own_cues_are_there_beside_those_of_the_language() -> None:
    cue = Cue(
        lemma="burble", type=CueType.VERB, finite=("burbles",), gerund=("burbling",), act="say"
    )
    profile = load_profile("en", Lexicon(code="en", cues=(cue,)))
    assert [f.form for f in profile.cues["burbling"]] == [Form.GERUND]
    assert profile.cues["said"] == load_profile("en").cues["said"]
    assert "burbles" not in load_profile("en").cues
