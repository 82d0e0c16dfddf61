"""Values as JSON text and back.

In: values of the model, or JSON. Out: the other. May not know how a document is made up.
"""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar, overload

from newsmodel.errors import SerializationError
from newsmodel.serialization.converter import NewsValue
from newsmodel.serialization.document import from_dict, to_dict

__all__ = ["from_json", "to_json"]

_T = TypeVar("_T", bound=NewsValue)

# Made once: `json.dumps` and `json.loads` make theirs anew for options such as these. Documents are
# trees, so there is no circle to look for.
_COMPACT = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_COMPACT_ASCII = json.JSONEncoder(check_circular=False, separators=(",", ":"))

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def to_json(value: NewsValue, *, indent: int | None = None) -> str:
    """Write a value as a JSON document, on one line unless `indent` gives a number of spaces.

    Where the value holds a lone surrogate, which UTF-8 cannot encode, everything beyond ASCII is
    escaped, so the document can be written to any file. The one exception is a value in which the
    two halves of a surrogate pair are characters of their own: escaped they would be read back as
    one character, so they are left as they are, for the codecs' error handler `surrogatepass`.

    Raises:
        TypeError: the value is none of the model's.

    >>> from newsmodel.model import Excerpt
    >>> to_json(Excerpt(text="Oekraïne", start=3))
    '{"schema":"newsmodel","version":1,"type":"Excerpt","text":"Oekraïne","start":3}'
    """
    document = to_dict(value)
    text = _encoded(document, indent, ascii_only=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        if _PAIR.search(text) is None:
            return _encoded(document, indent, ascii_only=True)
    return text


def _encoded(document: dict[str, object], indent: int | None, *, ascii_only: bool) -> str:
    if indent is not None:
        return json.dumps(document, ensure_ascii=ascii_only, indent=indent)
    return (_COMPACT_ASCII if ascii_only else _COMPACT).encode(document)


@overload
def from_json(source: str | bytes | bytearray) -> NewsValue: ...
@overload
def from_json(source: str | bytes | bytearray, expected: type[_T]) -> _T: ...


def from_json(source: str | bytes | bytearray, expected: type[Any] | None = None) -> NewsValue:
    """Read a value back from a JSON document.

    Bytes are UTF-8, UTF-16 or UTF-32. `expected` is the type that the document must hold; None
    takes any.

    Raises:
        SchemaVersionError: the document is of another schema or version.
        SerializationError: it is no JSON, or anything else is wrong with it; all of it is reported
            together, each with its JSON path.

    >>> from newsmodel.model import EDTF
    >>> from_json('{"schema": "newsmodel", "version": 1, "type": "EDTF", "value": "2022"}', EDTF)
    EDTF('2022')
    """
    if not isinstance(source, str | bytes | bytearray):
        raise TypeError(f"expected str or bytes, not {type(source).__name__}")
    try:
        document = json.loads(source)
    except RecursionError:
        raise SerializationError([("$", "is nested too deeply")]) from None
    except ValueError as error:  # no JSON, no Unicode, or a number of thousands of digits
        raise SerializationError([("$", f"is not valid JSON: {error}")]) from None
    value: NewsValue = from_dict(document) if expected is None else from_dict(document, expected)
    return value
