"""Orthography: how a text is cut into words, and the form under which a word is looked up.

In: strings. Out: words and their normal forms. The same cuts are made in the entries of a lexicon
and in the texts that are parsed, so that an entry of several words is found as it is written.
"""

from __future__ import annotations

import re
import unicodedata

from newsmodel.languages.byword import ByWord

#: One token. No alternative can backtrack over more than one token.
TOKEN = re.compile(
    r"""
    (?=\S)(?:                                         # passes over white space at once
      [a-zA-Z][a-z]++(?=[ .,\n]) | [.,](?![.,])       # what most tokens are, tried first
    | (?:[^\W\d_]\.){2,}                               # U.S.  a.m.  J.F.
    | [^\W\d_]\w*(?:[-‐‑]\w+|['’](?![sS]\b)\w+)*       # word, al-Shabab, D'Hondt, don't, F-16
    | \d+(?:[.,:/\-]\d+)*\w*(?:-[^\W\d_]+)*            # 9.000  12/03/2019  5th  45-year-old
    | ['’][sStTnNkKmM]\b                               # the clitics of Jo's, 's avonds, 't Hart
    | \.{2,} | '' | ,, | ``
    | \S
    )""",
    re.VERBOSE,
)
#: The same, to split a text into tokens and what stands between them.
AROUND_TOKENS = re.compile(f"({TOKEN.pattern})", re.VERBOSE)
_FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})


def normal_form(word: str) -> str:
    """The form under which a word is looked up: case folded, NFC, plain apostrophes and hyphens.

    >>> normal_form("D’HONDT")
    "d'hondt"
    """
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word).translate(_FOLD).casefold()


#: Words to their normal forms.
NORMAL_FORMS = ByWord(normal_form)


def split_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as a text is cut into them.

    >>> split_words("Lloyd's List"), split_words("Lt. Gen.")
    (('Lloyd', "'s", 'List'), ('Lt', '.', 'Gen', '.'))
    """
    return tuple(TOKEN.findall(phrase))
