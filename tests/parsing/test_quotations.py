"""Quotations: rows of a text with what stands in its marks, and what holds of any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import strategies
from newsmodel.languages.profile import load_profile
from newsmodel.parsing import blocks
from newsmodel.parsing.quotations import DEEPEST, Quotation, find
from newsmodel.parsing.tokens import Tokens, tokenize


def read(text: str, language: str = "nl") -> tuple[Tokens, list[Quotation]]:
    profile = load_profile(language)
    spans = [(span.start, span.end) for span in blocks.find(text, profile)]
    tokens = tokenize(text, profile.words.abbreviations, blocks=spans)
    bounds: dict[int, tuple[int, int]] = {}
    for (first, last), block in zip(tokens.sentences, tokens.sentence_blocks, strict=True):
        bounds[block] = (bounds.get(block, (first, last))[0], last)
    return tokens, find(tokens, list(bounds.values()))


def quoted(text: str) -> list[str]:
    """What stands in the marks of a text, outer before inner."""
    tokens, found = read(text)
    return [tokens.slice(q.first, q.closing) for q in found]


#: Opening and closing mark of every style in use.
STYLES = [
    ("“", "”"),
    ('"', '"'),
    ("‘", "’"),
    ("'", "'"),
    ("„", "”"),
    ("„", "“"),
    ("«", "»"),
    ("»", "«"),
    ("« ", " »"),
    ("‹", "›"),
    (",,", "''"),
    ("''", "''"),
    ("``", "''"),
    ("”", "”"),
    ("‚", "‘"),
    ('"', "”"),
    ("“", '"'),
    ("„", '"'),
]
FRAMES = [
    ("{}Wij gaan morgen,{} zei hij.", ["Wij gaan morgen,"]),
    ("{}Wij gaan morgen{}, zei hij.", ["Wij gaan morgen"]),
    ("Hij zei: {}Wij gaan morgen.{}", ["Wij gaan morgen."]),
    ("Hij noemt het {}een groot feest{} en lacht.", ["een groot feest"]),
    ("({}Nee, nooit{}, zei hij.)", ["Nee, nooit"]),
    ("{}Gaan wij?{} vroeg hij. {}Ja!{} riep zij.", ["Gaan wij?", "Ja!"]),
    ("{}Wij gaan,{} zei hij, {}en wij komen terug.{}", ["Wij gaan,", "en wij komen terug."]),
    (
        "{}Wij gaan. Wij komen terug. Echt waar,{} zei hij.",
        ["Wij gaan. Wij komen terug. Echt waar,"],
    ),
    ("Hij zei {}nooit{}.", ["nooit"]),
]
#: Marks within marks.
NESTED = [
    ("“Hij riep ‘nooit’ en ging,” zei zij.", ["Hij riep ‘nooit’ en ging,", "nooit"]),
    ("‘Hij riep “nooit” en ging,’ zei zij.", ["Hij riep “nooit” en ging,", "nooit"]),
    ("\"Hij riep 'nooit' en ging,\" zei zij.", ["Hij riep 'nooit' en ging,", "nooit"]),
    ("'Hij riep \"nooit\" en ging,' zei zij.", ['Hij riep "nooit" en ging,', "nooit"]),
    ("„Hij riep ‚nooit’ en ging,” zei zij.", ["Hij riep ‚nooit’ en ging,", "nooit"]),
    ("«Hij riep ‹nooit› en ging,» zei zij.", ["Hij riep ‹nooit› en ging,", "nooit"]),
    ("“Hij riep ‘nooit’,” zei zij.", ["Hij riep ‘nooit’,", "nooit"]),
    ("“Hij riep: ‘nooit!’” zei zij.", ["Hij riep: ‘nooit!’", "nooit!"]),
    ("“‘Nooit’ riep hij,” zei zij.", ["‘Nooit’ riep hij,", "Nooit"]),
    ("“Hij riep “nooit” en ging,” zei zij.", ["Hij riep “nooit” en ging,", "nooit"]),
]
#: Apostrophes that are no marks, and what is quoted beside them.
APOSTROPHES = [
    ("'s Avonds gaat Van 't Hoff naar 's-Hertogenbosch.", []),
    ("’s Avonds gaat Van ’t Hoff naar ’s-Hertogenbosch.", []),
    ("In de ’90s en de '80s was het anders.", []),
    ("The soldiers' boots and the sailors' coats were wet.", []),
    ("The soldiers’ boots and the sailors’ coats were wet.", []),
    ("Estonia's navy didn't leave D'Hondt's port.", []),
    ("Hij at z'n foto's op en zo'n honderd pagina's.", []),
    ("O’Rourke and the Joneses’ dog", []),
    ("'k Weet 't niet.", []),
    ("Hans' fiets en Max’ auto", []),
    ("‘’s Avonds gaan wij,’ zei hij.", ["’s Avonds gaan wij,"]),
    ("'In 's-Gravenhage is het koud', zei Van 't Hoff.", ["In 's-Gravenhage is het koud"]),
    ("‘The soldiers’ boots are wet,’ he said.", ["The soldiers’ boots are wet,"]),
    ("'The soldiers' boots are wet,' he said.", ["The soldiers' boots are wet,"]),
    ("'Estonia's navy is ready,' he said.", ["Estonia's navy is ready,"]),
    ("‘We don’t know,’ he said. ‘They’re gone.’", ["We don’t know,", "They’re gone."]),
    ("“That is the soldiers’ job,” he said.", ["That is the soldiers’ job,"]),
]
#: Marks around a name that is only set off.
NAMES = [
    ("De krant ‘De Tijd’ meldt niets.", []),
    ("De trawler ‘Noorderlicht’ ligt stil.", []),
    ('the frigate "Star of Oslo" left', ["Star of Oslo"]),
    ("Het motto was ‘Nooit meer.’", ["Nooit meer."]),
    ("‘Noorderlicht’, zei hij.", ["Noorderlicht"]),
]
#: One mark too many or too few.
UNBALANCED = [
    ("“Wij gaan morgen, zei hij.", ["Wij gaan morgen, zei hij."]),
    ("Hij zei: “Wij gaan morgen.", ["Wij gaan morgen."]),
    ("Wij gaan morgen,” zei hij.", []),
    ("Wij gaan morgen’, zei hij.", []),
    ("Hij zei 'wij gaan morgen.", []),
    ("Zij is 5'10 lang en 6\" breed.", []),
    ("“Wij gaan,” zei hij. Maar zij niet,” zei zij.", ["Wij gaan,"]),
    ("Zij niet,” zei zij. “Wij gaan,” zei hij.", ["Wij gaan,"]),
    ('Een " los teken.', []),
    ("“", []),
    ("””””", []),
    ("“”", []),
    ('""', []),
    ("''", []),
]


@pytest.mark.parametrize(("opening", "closing"), STYLES)
@pytest.mark.parametrize(("frame", "wanted"), FRAMES)
def test_every_style(opening: str, closing: str, frame: str, wanted: list[str]) -> None:
    text = frame
    while "{}" in text:
        text = text.replace("{}", opening, 1).replace("{}", closing, 1)
    assert quoted(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), NESTED)
def test_marks_within_marks(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted
    _, found = read(text)
    assert [q.depth for q in found] == list(range(len(found)))


@pytest.mark.parametrize(("text", "wanted"), APOSTROPHES)
def test_apostrophes(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), NAMES)
def test_names_that_are_set_off(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), UNBALANCED)
def test_marks_without_their_partner(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


@pytest.mark.parametrize("mark", ["“", "”", '"', "‘", "’", "'", "„", "«", "»", ",,", "''"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_stray_mark_costs_at_most_its_own_paragraph(mark: str, place: int) -> None:
    paragraphs = [f"“Wij gaan {n} keer,” zei hij. Zij zei: “Nooit {n} keer.”" for n in "123"]
    wanted = [[f"Wij gaan {n} keer,", f"Nooit {n} keer."] for n in "123"]
    paragraphs[place] = f"Hij zei {mark}iets. Niemand luisterde naar hem."
    wanted[place] = []
    found = [part for part in quoted("\n\n".join(paragraphs)) if "keer" in part]
    assert found == [part for parts in wanted for part in parts]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("„", "”"), ("«", "»")])
def test_a_quotation_of_several_paragraphs(opening: str, closing: str) -> None:
    text = (
        f"{opening}Wij gaan morgen,{closing} zei hij. {opening}Het is koud.\n\n"
        f"{opening}Maar wij gaan.\n\n{opening}En wij komen terug.{closing}\n\nDat was het."
    )
    tokens, found = read(text)
    assert [tokens.slice(q.first, q.closing) for q in found] == [
        "Wij gaan morgen,",
        "Het is koud.",
        "Maar wij gaan.",
        "En wij komen terug.",
    ]
    assert [q.continues for q in found] == [False, True, True, False]
    assert [q.closed for q in found] == [True, False, False, True]


def test_where_a_quotation_begins_and_ends() -> None:
    tokens, found = read("Hij zei: “Nee.” Klaar.")
    quotation = found[0]
    assert (tokens.words[quotation.opening], tokens.words[quotation.closing]) == ("“", "”")
    assert tokens.words[quotation.first] == "Nee"
    assert tokens.words[quotation.after] == "Klaar"
    tokens, found = read("Hij zei: “Nee.")
    assert found[0].after == found[0].closing == len(tokens)


def test_marks_that_only_open_are_not_taken_up_without_end() -> None:
    _, found = read("„a " * (DEEPEST + 40) + "b” " * (DEEPEST + 40))
    assert len(found) == DEEPEST


marks = st.sampled_from([*"“”\"‘’'„«»‹›‚", ",,", "''", "``"])
pieces = st.one_of(marks, st.sampled_from([" ", " ", "Wij gaan", "nooit", ",", ".", "\n\n", "s"]))
marked_texts = st.lists(pieces, max_size=30).map("".join)


@given(st.one_of(marked_texts, st.text(), strategies.texts()))
def test_quotations_nest_or_stand_apart(text: str) -> None:
    tokens, found = read(text)
    assert found == sorted(found, key=lambda q: (q.opening, -q.closing))
    open_ones: list[Quotation] = []
    for q in found:
        assert 0 <= q.opening < q.first < q.after <= len(tokens)
        assert q.first <= q.closing
        open_ones = [outer for outer in open_ones if outer.closing > q.opening]
        assert all(q.closing < outer.closing for outer in open_ones if outer.closed)
        open_ones.append(q)


@given(marked_texts, st.integers(1, 4))
def test_paragraphs_before_change_nothing(text: str, count: int) -> None:
    before = "De brug is dicht. Het water staat hoog.\n\n" * count
    shift = len(tokenize(before))
    # The first block may be read otherwise once it is no longer the first.
    text = "De brug is dicht, want het water staat hoog.\n\n" + text
    moved = [(q.opening - shift, q.closing - shift) for q in read(before + text)[1]]
    assert moved == [(q.opening, q.closing) for q in read(text)[1]]
