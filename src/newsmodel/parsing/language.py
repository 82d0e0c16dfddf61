"""Which language a text is in: by the words that only one of the languages has.

In: a text's beginning and the profiles that compete. Out: the code of the best one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

#: How many characters of a text are enough to tell its language.
SAMPLE = 4000
_WORD = re.compile(r"[^\W\d_]+")


def recognise(text: str, recognition: Mapping[str, Iterable[str]]) -> str | None:
    """The code whose recognition words the text's beginning has most of; None where it has none.

    >>> recognise("De vloot is terug.", {"en": {"the", "is"}, "nl": {"de", "is", "het"}})
    'nl'
    """
    words = [w.casefold() for w in _WORD.findall(text[:SAMPLE])]
    counts = {
        code: sum(map(frozenset(known).__contains__, words)) for code, known in recognition.items()
    }
    best = max(counts, key=lambda code: counts[code], default=None)
    return best if best is not None and counts[best] else None
