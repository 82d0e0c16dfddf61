from __future__ import annotations

import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.errors import ModelError
from newsmodel.model import EDTF, Excerpt, Precision, TimeReference
from newsmodel.strategies import edtf_values

# value, first day, last day, precision
VALID = [
    ("2022", "2022-01-01", "2022-12-31", "year"),
    ("2022-12", "2022-12-01", "2022-12-31", "month"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("1900-02", "1900-02-01", "1900-02-28", "month"),
    ("2022-12-19", "2022-12-19", "2022-12-19", "day"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "day"),
    ("0001-01-01", "0001-01-01", "0001-01-01", "day"),
    ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
    ("2022-12-19T14:05:00", "2022-12-19", "2022-12-19", "second"),
    ("2022-12-19T14:05:00Z", "2022-12-19", "2022-12-19", "second"),
    ("2022-12-19T23:59:59+01", "2022-12-19", "2022-12-19", "second"),
    ("2022-12-19T23:59:59-04:30", "2022-12-19", "2022-12-19", "second"),
    ("2022-12-19T23:59:59+14:00", "2022-12-19", "2022-12-19", "second"),
    ("201X", "2010-01-01", "2019-12-31", "decade"),
    ("20XX", "2000-01-01", "2099-12-31", "century"),
    ("2022-XX", "2022-01-01", "2022-12-31", "year"),
    ("2022-XX-XX", "2022-01-01", "2022-12-31", "year"),
    ("2022-12-XX", "2022-12-01", "2022-12-31", "month"),
    ("2022~", "2022-01-01", "2022-12-31", "year"),
    ("2022-04?", "2022-04-01", "2022-04-30", "month"),
    ("2022-04-11%", "2022-04-11", "2022-04-11", "day"),
    ("199X~", "1990-01-01", "1999-12-31", "decade"),
    ("2023-21", "2023-03-01", "2023-05-31", "season"),
    ("2023-22", "2023-06-01", "2023-08-31", "season"),
    ("2023-23", "2023-09-01", "2023-11-30", "season"),
    ("2023-24", "2023-12-01", "2024-02-29", "season"),
    ("2023-25", "2023-03-01", "2023-05-31", "season"),
    ("2023-28", "2023-12-01", "2024-02-29", "season"),
    ("2023-29", "2023-09-01", "2023-11-30", "season"),
    ("2023-30", "2023-12-01", "2024-02-29", "season"),
    ("2023-32", "2023-06-01", "2023-08-31", "season"),
    ("2023-33", "2023-01-01", "2023-03-31", "season"),
    ("2023-36", "2023-10-01", "2023-12-31", "season"),
    ("2023-37", "2023-01-01", "2023-04-30", "season"),
    ("2023-39", "2023-09-01", "2023-12-31", "season"),
    ("2023-40", "2023-01-01", "2023-06-30", "season"),
    ("2023-41", "2023-07-01", "2023-12-31", "season"),
    ("2022-01/2022-04", "2022-01-01", "2022-04-30", "interval"),
    ("2022-12-12/2022-12-18", "2022-12-12", "2022-12-18", "interval"),
    ("2022-12-18/2022-12-18", "2022-12-18", "2022-12-18", "interval"),
    ("2022-10/2022", "2022-10-01", "2022-12-31", "interval"),
    ("2022~/2023-06?", "2022-01-01", "2023-06-30", "interval"),
    ("2022-21/2022-23", "2022-03-01", "2022-11-30", "interval"),
    ("2019/..", "2019-01-01", None, "interval"),
    ("../2022-03", None, "2022-03-31", "interval"),
    ("2019/", "2019-01-01", None, "interval"),
    ("/2022", None, "2022-12-31", "interval"),
    ("-0044-03-15", None, None, "day"),
    ("0000", None, None, "year"),
    ("Y170000002", None, None, "year"),
    ("Y-17000", None, None, "year"),
    ("9999-24", "9999-12-01", None, "season"),
    ("-0431/0001", None, "0001-12-31", "interval"),
]

# Accepted beyond what the reference parser reads: an open interval from an unspecified day, of
# which news has many ("since Monday", where only the month of publication is known).
VALID_BEYOND = [
    ("2022-12-XX/..", "2022-12-01", None, "interval"),
    ("../2022-12-XX", None, "2022-12-31", "interval"),
    ("2022-XX/..", "2022-01-01", None, "interval"),
]

INVALID = [
    "",
    " ",
    "december",
    "22",
    "202",
    "20222",
    " 2022",
    "2022 ",
    "2022\n",
    "2022-1",
    "2022-00",
    "2022-13",
    "2022-42",
    "2022-20",
    "2022-12-00",
    "2022-12-32",
    "2022-02-29",
    "1900-02-29",
    "2022-04-31",
    "2022-12-1",
    "2022-12-19-",
    "20221219",
    "2022/12",
    "2022-12-19 14:05",
    "2022-12-19T14:05",
    "2022-12-19T24:00:01",
    "2022-12-19T14:60:00",
    "2022-12-19T14:05:00+15:00",
    "2022-12-19T14:05:00+14:30",
    "2022-02-30T14:05:00",
    "2022-12T14:05:00",
    "2022-12-19T14:05:00/2023",
    "2XXX-12",
    "201X-12",
    "20XX-XX",
    "2022-1X",
    "2022-XX-12",
    "2022-12-3X",
    "X",
    "2022-21~",
    "2022-21-XX",
    "2022??",
    "?2022",
    "-0000",
    "-0000-21",
    "Y2022",
    "Y02022",
    "Y1" + "0" * 30,
    "٢٠٢٢",
    "2022/Y20222",
    "/",
    "..",
    "../..",
    "../",
    "2023/2022",
    "2022-12-19/2022-12-18",
    "2022/2023/2024",
    "2022/x",
    "x/2022",
    "2022/unknown",
    "open/2022",
    "[2021,2022]",
    "{2021,2022}",
    "Y17E7",
    "1950S2",
]


def day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


@pytest.mark.parametrize(("text", "first", "last", "precision"), VALID + VALID_BEYOND)
def test_days_and_precision(text: str, first: str | None, last: str | None, precision: str) -> None:
    value = EDTF(text)
    assert (value.earliest, value.latest) == (day(first), day(last))
    assert value.precision is Precision(precision)
    assert str(value) == text


@pytest.mark.parametrize("text", [row[0] for row in VALID])
def test_the_reference_parser_reads_what_is_valid(text: str) -> None:
    assert str(parse_edtf(text)) == text


@pytest.mark.parametrize("text", INVALID)
def test_invalid(text: str) -> None:
    with pytest.raises(ModelError, match="is not an EDTF value") as error:
        EDTF(text)
    assert isinstance(error.value, ValueError)


def read_by_the_reference_parser(text: str) -> bool:
    """Intervals end by end: it fails over some whose ends it reads."""
    ends = text.split("/")
    return all(end in ("", "..") or str(parse_edtf(end)) == end for end in ends) and len(ends) < 3


@given(edtf_values())
def test_the_reference_parser_reads_every_drawn_value(value: EDTF) -> None:
    assert read_by_the_reference_parser(value.text)
    if value.earliest and value.latest:
        assert value.earliest <= value.latest


@given(st.text("0129-/X~?%.YTZ:", max_size=21))
def test_what_is_accepted_the_reference_parser_reads(text: str) -> None:
    try:
        EDTF(text)
    except ModelError:
        return
    assert read_by_the_reference_parser(text)


@given(st.dates())
def test_dates(date: dt.date) -> None:
    value = EDTF.from_date(date)
    assert value == EDTF.parse(date) == EDTF.parse(date.isoformat())
    assert value.earliest == value.latest == date
    assert value.precision is Precision.DAY


@given(st.datetimes(timezones=st.none() | st.timezones()))
def test_datetimes(moment: dt.datetime) -> None:
    value = EDTF.parse(moment)
    assert value.precision is Precision.SECOND
    written = dt.datetime.fromisoformat(value.text)
    assert (written.tzinfo is None) == (moment.utcoffset() is None)
    if moment.tzinfo is None:
        assert written == moment.replace(microsecond=0)


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (dt.datetime(2022, 12, 19, 14, 5), "2022-12-19T14:05:00"),
        (dt.datetime(2022, 12, 19, 14, 5, 7, 9, dt.UTC), "2022-12-19T14:05:07Z"),
        (
            dt.datetime(2022, 12, 19, 14, tzinfo=dt.timezone(dt.timedelta(hours=1))),
            "2022-12-19T14:00:00+01:00",
        ),
        (
            dt.datetime(2022, 12, 19, 14, tzinfo=dt.timezone(dt.timedelta(hours=-15))),
            "2022-12-20T05:00:00Z",
        ),
        (
            dt.datetime(1880, 1, 1, tzinfo=dt.timezone(dt.timedelta(seconds=1172))),
            "1879-12-31T23:40:28Z",
        ),
    ],
)
def test_moments(moment: dt.datetime, text: str) -> None:
    assert str(EDTF.from_date(moment)) == text


def test_a_moment_before_the_first_year() -> None:
    moment = dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=15)))
    with pytest.raises(ModelError, match="years 1 to 9999"):
        EDTF.from_date(moment)


@pytest.mark.parametrize("value", [None, 2022, 2022.5, b"2022", ("2022",)])
def test_wrong_types(value: object) -> None:
    with pytest.raises(TypeError):
        EDTF.parse(value)  # type: ignore[arg-type] # which is the point
    with pytest.raises(TypeError, match=r"EDTF\.text must be str"):
        EDTF(value)  # type: ignore[arg-type] # which is the point


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("2022", False, False), ("2022~", True, False), ("2022?", False, True), ("2022%", True, True)],
)
def test_qualification(text: str, approximate: bool, uncertain: bool) -> None:
    value = EDTF(text)
    assert (value.is_approximate, value.is_uncertain) == (approximate, uncertain)
    assert EDTF.parse(value) is value


def test_a_time_reference_reads_as_its_value() -> None:
    time = TimeReference(value=EDTF("2022-10"), excerpt=Excerpt(text="in October", start=3))
    assert str(time) == "2022-10"
