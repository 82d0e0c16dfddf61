"""Moves: which word of deployment a clause has, and how far the move has come."""

from __future__ import annotations

import pytest

import newsmodel


def told(text: str, language: str) -> list[str]:
    found = newsmodel.find_deployments(text, language=language, published="2022-12-19")
    return [f"{deployment.kind} {deployment.status}" for deployment in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru will send 50 soldiers to Iquitos.", "movement planned"),
        ("Peru is to send 50 soldiers to Iquitos.", "movement planned"),
        ("Peru wants to send 50 soldiers to Iquitos.", "movement planned"),
        ("Peru has sent 50 soldiers to Iquitos.", "movement completed"),
        ("Peru sent 50 soldiers to Iquitos.", "movement completed"),
        ("Peru ordered 50 soldiers to march to Iquitos.", "movement ordered"),
        ("Fifty Peruvian soldiers are marching to Iquitos.", "movement ongoing"),
        ("Fifty Peruvian soldiers will be sent to Iquitos.", "movement planned"),
        ("Fifty Peruvian soldiers were sent to Iquitos.", "movement completed"),
        ("Fifty Peruvian soldiers have been stationed in Iquitos since May.", "stationing ongoing"),
        ("Fifty Peruvian soldiers are stationed in Iquitos.", "stationing ongoing"),
        ("Fifty Peruvian soldiers have been patrolling in Iquitos.", "patrol ongoing"),
        ("Fifty Peruvian soldiers patrolled in Iquitos in May.", "patrol completed"),
        ("Peru will pull 50 soldiers out of Iquitos.", "withdrawal planned"),
        ("Peru denied that it had sent 50 soldiers to Iquitos.", "movement denied"),
        ("Peru put its army on high alert.", "mobilization completed"),
        ("Peru has called up 500 reservists.", "mobilization completed"),
        ("Fifty Peruvian soldiers attacked Leticia.", "attack completed"),
        ("Peru has not sent 50 soldiers to Iquitos.", None),
        ("Peru refused to send 50 soldiers to Iquitos.", None),
        ("Peru could send 50 soldiers to Iquitos.", None),
    ],
)
def test_english_moves(text: str, expected: str | None) -> None:
    assert told(text, "en") == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru zal vijftig soldaten naar Iquitos sturen.", "movement planned"),
        ("Peru gaat vijftig soldaten naar Iquitos sturen.", "movement planned"),
        ("Peru wil vijftig soldaten naar Iquitos sturen.", "movement planned"),
        ("Peru stuurt vijftig soldaten naar Iquitos.", "movement planned"),
        ("Peru heeft vijftig soldaten naar Iquitos gestuurd.", "movement completed"),
        ("Peru stuurde vijftig soldaten naar Iquitos.", "movement completed"),
        ("Peru beval vijftig soldaten naar Iquitos te vertrekken.", "movement ordered"),
        ("Vijftig Peruaanse soldaten trekken op naar Iquitos.", "movement ongoing"),
        ("Vijftig Peruaanse soldaten werden naar Iquitos gestuurd.", "movement completed"),
        ("Vijftig Peruaanse soldaten zijn in Iquitos gelegerd.", "stationing ongoing"),
        ("Sinds mei patrouilleren vijftig Peruaanse soldaten in Iquitos.", "patrol ongoing"),
        ("In mei patrouilleerden vijftig Peruaanse soldaten in Iquitos.", "patrol completed"),
        ("Peru trekt vijftig soldaten terug uit Iquitos.", "withdrawal ongoing"),
        ("Peru zal vijftig soldaten uit Iquitos terugtrekken.", "withdrawal planned"),
        ("Peru ontkent dat het vijftig soldaten naar Iquitos heeft gestuurd.", "movement denied"),
        ("Peru bracht zijn leger in staat van paraatheid.", "mobilization completed"),
        ("Peru heeft vijfhonderd reservisten opgeroepen.", "mobilization completed"),
        ("Vijftig Peruaanse soldaten vielen Leticia aan.", "attack completed"),
        ("Peru heeft geen vijftig soldaten naar Iquitos gestuurd.", None),
        ("Peru weigerde vijftig soldaten naar Iquitos te sturen.", None),
        ("Peru kan vijftig soldaten naar Iquitos sturen.", None),
    ],
)
def test_dutch_moves(text: str, expected: str | None) -> None:
    assert told(text, "nl") == ([] if expected is None else [expected])
