"""Actors across an article: who is who again, under which form, and why."""

from __future__ import annotations

import pytest

from newsmodel import Actor, ActorKind, Article, MentionForm, find_actors, parse_article


def cast(language: str, text: str) -> dict[str, Actor]:
    return {actor.name: actor for actor in find_actors(text, language=language)}


def mentions(actor: Actor) -> list[str]:
    """Each mention as `form:words`."""
    return [f"{m.form.value}:{m.excerpt.text}" for m in actor.mentions]


#: A text; the actor's name; its mentions, in order.
MERGED = [
    # surname, with particles
    (
        "nl",
        "Premier Luc Morel sprak. Later ging Morel naar huis.",
        "Luc Morel",
        ["name:Luc Morel", "surname:Morel"],
    ),
    (
        "nl",
        "Premier Jan de Wit sprak. Later ging De Wit naar huis.",
        "Jan de Wit",
        ["name:Jan de Wit", "surname:De Wit"],
    ),
    (
        "nl",
        "Premier Jan van den Berg sprak. Van den Berg ging naar huis.",
        "Jan van den Berg",
        ["name:Jan van den Berg", "surname:Van den Berg"],
    ),
    (
        "en",
        "President Ola Lindqvist spoke. Later Lindqvist went home.",
        "Ola Lindqvist",
        ["name:Ola Lindqvist", "surname:Lindqvist"],
    ),
    # an office
    (
        "nl",
        "President Luc Morel sprak. De president ging naar huis.",
        "Luc Morel",
        ["name:Luc Morel", "office:De president"],
    ),
    (
        "en",
        "The French president, Luc Morel, spoke. The president went home.",
        "Luc Morel",
        ["name:Luc Morel", "office:The president"],
    ),
    # an office before the name is known
    (
        "nl",
        "De Franse president zei dat de brug dicht is. Luc Morel, de Franse president, ging weg.",
        "Luc Morel",
        ["office:De Franse president", "name:Luc Morel"],
    ),
    # an acronym in brackets
    (
        "nl",
        "De Noordelijke Veiligheidsraad (NVR) zweeg. De NVR kwam niet bijeen.",
        "Noordelijke Veiligheidsraad",
        ["name:Noordelijke Veiligheidsraad", "name:NVR", "name:NVR"],
    ),
    (
        "en",
        "The Northern Security Council (NSC) was silent. The NSC did not meet.",
        "Northern Security Council",
        ["name:Northern Security Council", "name:NSC", "name:NSC"],
    ),
    # a capital and its government
    (
        "nl",
        "De Noorse regering zweeg. Oslo ontkende dat de vloot weg was.",
        "Noorse regering",
        ["name:Noorse regering", "metonym:Oslo"],
    ),
    (
        "en",
        "Oslo denied that the fleet was gone. The Norwegian government was silent.",
        "Norwegian government",
        ["metonym:Oslo", "name:Norwegian government"],
    ),
    # a pronoun
    (
        "nl",
        "De Belgische premier Luc Maes zei dat hij bleef.",
        "Luc Maes",
        ["name:Luc Maes", "pronoun:hij"],
    ),
    (
        "nl",
        "Generaal Anna Vos kwam aan. “Ik blijf”, zei ze.",
        "Anna Vos",
        ["name:Anna Vos", "pronoun:ze"],
    ),
    (
        "en",
        "General Anna Vos arrived with Colonel Tom Hale. “I stay,” she said.",
        "Anna Vos",
        ["name:Anna Vos", "pronoun:she"],
    ),
    (
        "en",
        "General Anna Vos arrived with Colonel Tom Hale. “I stay,” he said.",
        "Tom Hale",
        ["name:Tom Hale", "pronoun:he"],
    ),
    # a nationality
    (
        "nl",
        "De Belgische premier Luc Maes sprak. De Belg zei dat de brug dicht is.",
        "Luc Maes",
        ["name:Luc Maes", "description:De Belg"],
    ),
    (
        "en",
        "The Belarusian president, Ivan Doerov, spoke. The Belarusian leader said it was shut.",
        "Ivan Doerov",
        ["name:Ivan Doerov", "office:The Belarusian leader"],
    ),
    # a head of state whose country only the description tells
    (
        "en",
        "President Ivan Doerov spoke. The Belarusian leader said it was shut.",
        "Ivan Doerov",
        ["name:Ivan Doerov", "office:The Belarusian leader"],
    ),
    (
        "nl",
        "Premier Luc Maes sprak. Generaal Jan Bos zweeg. De Belgische leider bleef thuis.",
        "Luc Maes",
        ["name:Luc Maes", "office:De Belgische leider"],
    ),
    (
        "en",
        "Luc Ferraz arrived on Friday. The Brazilian told reporters he would stay.",
        "Luc Ferraz",
        ["name:Luc Ferraz", "description:The Brazilian", "pronoun:he"],
    ),
    # an owner by the ending, and a name that only ends as one does
    (
        "nl",
        "President Hans Poelman zweeg. Volgens Poelmans woordvoerder blijft hij.",
        "Hans Poelman",
        ["name:Hans Poelman", "surname:Poelmans", "pronoun:hij"],
    ),
    (
        "nl",
        "Generaal Koen Peeters zweeg. Sinds 2019 is Peeters voorzitter.",
        "Koen Peeters",
        ["name:Koen Peeters", "surname:Peeters"],
    ),
    # a suffix
    (
        "en",
        "Minister Ola Lindqvist Jr. spoke. Later Lindqvist went home.",
        "Ola Lindqvist Jr.",
        ["name:Ola Lindqvist Jr.", "surname:Lindqvist"],
    ),
]


@pytest.mark.parametrize(("language", "text", "name", "wanted"), MERGED)
def test_one_actor_under_several_forms(
    language: str, text: str, name: str, wanted: list[str]
) -> None:
    actors = cast(language, text)
    assert name in actors
    assert mentions(actors[name]) == wanted
    assert all(mention.reason for mention in actors[name].mentions)
    starts = [mention.excerpt.start for mention in actors[name].mentions]
    assert starts == sorted(starts)


#: Two that are not the same one.
APART = [
    (
        "nl",
        "Luc Morel, premier van Frankrijk, sprak. Daarna zei de Belgische premier dat hij bleef.",
        "Luc Morel",
    ),
    (
        "nl",
        "Woordvoerster Ana Silva sprak. Een woordvoerster zei dat de brug dicht is.",
        "Ana Silva",
    ),
    ("en", "Spokeswoman Ana Silva spoke. A spokeswoman said the bridge was shut.", "Ana Silva"),
    (
        "en",
        "The French president, Luc Morel, spoke. The Polish president said he would stay.",
        "Luc Morel",
    ),
    (
        "en",
        "Foreign minister Luc Morel spoke. The defence minister said the bridge was shut.",
        "Luc Morel",
    ),
    ("nl", "President Luc Morel sprak. De presidenten zwegen, zei een diplomaat.", "Luc Morel"),
    ("en", "Colonel Tom Hale arrived. “I stay,” she said.", "Tom Hale"),
    ("nl", "De Noorse regering zweeg. De vloot ligt in Oslo.", "Noorse regering"),
    ("en", "The Norwegian government was silent. The fleet lies in Oslo.", "Norwegian government"),
]


@pytest.mark.parametrize(("language", "text", "name"), APART)
def test_two_actors_stay_two(language: str, text: str, name: str) -> None:
    assert len(cast(language, text)[name].mentions) == 1


#: A text; name, kind, role, portfolio, affiliation, country.
DESCRIBED = [
    (
        "nl",
        "De Franse minister van Defensie Luc Morel zweeg.",
        "Luc Morel",
        "person",
        "minister van Defensie",
        "Defensie",
        None,
        "FR",
    ),
    (
        "nl",
        "Volgens Kremlinwoordvoerder Ivan Doerov is dat zo.",
        "Ivan Doerov",
        "person",
        "Kremlinwoordvoerder",
        None,
        "Kremlin",
        "RU",
    ),
    (
        "nl",
        "Volgens twee hoge officieren is dat zo.",
        "twee hoge officieren",
        "group",
        None,
        None,
        None,
        None,
    ),
    ("nl", "Het Russische leger zweeg.", "Russische leger", "military", None, None, None, "RU"),
    ("nl", "Volgens persbureau Tass is dat zo.", "Tass", "media", None, None, None, None),
    ("nl", "Volgens Frankrijk is dat zo.", "Frankrijk", "country", None, None, None, "FR"),
    ("nl", "Volgens het Kremlin is dat zo.", "Kremlin", "government", None, None, None, "RU"),
    (
        "nl",
        "Generaal Luc Morel, de Franse minister van Defensie, zweeg.",
        "Luc Morel",
        "person",
        "minister van Defensie",
        "Defensie",
        None,
        "FR",
    ),
    (
        "en",
        "British Foreign Secretary Jane Holt was silent.",
        "Jane Holt",
        "person",
        "Foreign Secretary",
        None,
        None,
        "GB",
    ),
    (
        "en",
        "Kremlin spokesman Ivan Doerov was silent.",
        "Ivan Doerov",
        "person",
        "spokesman",
        None,
        "Kremlin",
        "RU",
    ),
    (
        "en",
        "According to two Western officials this is so.",
        "two Western officials",
        "group",
        None,
        None,
        None,
        None,
    ),
    ("en", "The Norwegian army was silent.", "Norwegian army", "military", None, None, None, "NO"),
    (
        "en",
        "Reuters reported that the bridge was shut.",
        "Reuters",
        "media",
        None,
        None,
        None,
        None,
    ),
    ("en", "France said the bridge was shut.", "France", "country", None, None, None, "FR"),
    (
        "en",
        "The Pentagon said the bridge was shut.",
        "Pentagon",
        "government",
        None,
        None,
        None,
        "US",
    ),
    (
        "en",
        "General Luc Morel, the French defence minister, was silent.",
        "Luc Morel",
        "person",
        "defence minister",
        None,
        None,
        "FR",
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "name", "kind", "role", "portfolio", "affiliation", "country"), DESCRIBED
)
def test_what_is_told_of_an_actor(
    language: str,
    text: str,
    name: str,
    kind: str,
    role: str | None,
    portfolio: str | None,
    affiliation: str | None,
    country: str | None,
) -> None:
    actors = cast(language, text)
    assert list(actors) == [name]
    actor = actors[name]
    assert (actor.kind, actor.role, actor.country) == (kind, role, country)
    assert (actor.portfolio, actor.affiliation) == (portfolio, affiliation)


@pytest.mark.parametrize(
    ("language", "text", "ministries"),
    [
        ("nl", "“Nee”, zei een woordvoerster van Defensie.", ["Defensie"]),
        ("nl", "Anna Vos, adviseur van Buitenlandse Zaken, zweeg.", ["Buitenlandse Zaken"]),
        ("nl", "Volgens een functionaris van Justitie is dat zo.", ["Justitie"]),
        ("nl", "Minister van Defensie Anna Vos zweeg.", []),
        ("nl", "Volgens de staatssecretaris van Financiën is dat zo.", []),
        ("nl", "Volgens een woordvoerster van justitie is dat zo.", []),
        ("en", "A spokeswoman for Defence said the bridge was shut.", ["Defence"]),
        ("en", "The minister for Defence said the bridge was shut.", []),
    ],
)
def test_a_ministry_named_by_its_field(language: str, text: str, ministries: list[str]) -> None:
    actors = cast(language, text).values()
    assert [a.name for a in actors if a.kind is ActorKind.GOVERNMENT] == ministries


@pytest.mark.parametrize(
    ("language", "text", "since"),
    [
        ("nl", "President Ivan Doerov is sinds 1994 aan de macht. Hij zweeg.", "1994"),
        ("nl", "President Ivan Doerov, sinds 1994 aan de macht, zweeg.", "1994"),
        ("nl", "President Ivan Doerov zweeg. Hij is sinds 1999 president.", "1999"),
        ("en", "President Ivan Doerov, in power since 1994, was silent.", "1994"),
        ("en", "President Ivan Doerov has been in power since 1994.", "1994"),
        ("en", "President Ivan Doerov has been president since 1999.", "1999"),
        ("en", "President Ivan Doerov has been ill since 1994.", None),
        ("nl", "President Ivan Doerov is al sinds 1994 ziek, maar hij blijft.", None),
        ("en", "President Ivan Doerov was silent.", None),
    ],
)
def test_since_when_somebody_is_in_office(language: str, text: str, since: str | None) -> None:
    actor = cast(language, text)["Ivan Doerov"]
    assert (str(actor.since) if actor.since is not None else None) == since


@pytest.mark.parametrize(
    ("language", "text", "name", "aliases"),
    [
        (
            "nl",
            "De Noorse regering zweeg. Oslo zei dat de vloot weg was.",
            "Noorse regering",
            ("Oslo",),
        ),
        (
            "en",
            "The Northern Security Council (NSC) was silent.",
            "Northern Security Council",
            ("NSC",),
        ),
    ],
)
def test_other_names(language: str, text: str, name: str, aliases: tuple[str, ...]) -> None:
    assert cast(language, text)[name].aliases == aliases


ARTICLE = """Frigate sails for Greenland

By Marit Oudeman

Norway's defence minister, Ola Lindqvist, sent a frigate to Nuuk on Tuesday. “It is a short trip,”
he said. Lindqvist told Reuters that the ship would stay a week.

The minister declined to say more. Two officials said the trip had been planned for a year.
"""


@pytest.fixture(scope="module")
def article() -> Article:
    return parse_article(ARTICLE, published="2022-12-21")


def test_an_article_has_every_actor_once(article: Article) -> None:
    kinds = [(a.name, a.kind.value) for a in article.actors if a.kind is not ActorKind.COUNTRY]
    assert kinds == [("Ola Lindqvist", "person"), ("Reuters", "media"), ("two officials", "group")]
    assert len({actor.id for actor in article.actors}) == len(article.actors)


def test_an_actor_of_an_article_by_any_of_its_names(article: Article) -> None:
    minister = article.actor("Ola Lindqvist")
    assert minister is not None
    assert [m.form for m in minister.mentions] == [
        MentionForm.NAME,
        MentionForm.PRONOUN,
        MentionForm.SURNAME,
        MentionForm.OFFICE,
    ]
    assert len(article.statements_by(minister)) == 2


def test_who_writes_is_no_actor(article: Article) -> None:
    assert article.actor("Marit Oudeman") is None
