"""Contents: which stretch of a sentence is what somebody said.

In: a reading, a cue and where its clause stands. Out: token ranges. Knows marks, complementizers
and clause ends; not who speaks and not which construction asks.
"""

from __future__ import annotations

from newsmodel.parsing.cues import CueUse
from newsmodel.parsing.quotations import Quotation
from newsmodel.parsing.reading import Reading

Range = tuple[int, int]
#: How long a phrase of time or manner between a coordinator and its verb can be, in tokens.
ADVERBIAL_REACH = 6
_TERMINAL = frozenset({".", "!", "?", "…", "..."})
_JOINTS = frozenset(",;:–—()") | {"--"}
_DASHES = frozenset({"–", "—", "-", "--"})
#: Marks within a sentence at which a content can end.
_ENDERS = frozenset({";", ","}).union(_DASHES)
_MARKS = _JOINTS | _TERMINAL


def left_boundary(reading: Reading, at: int, first: int) -> int:
    """The nearest mark before ``at`` that ends a stretch of the sentence, or ``first - 1``."""
    words, quoted = reading.tokens.words, reading.quoted
    i = at - 1
    while i >= first and words[i] not in _JOINTS and not quoted[i]:
        i -= 1
    return i


def right_boundary(reading: Reading, at: int, last: int) -> int:
    """The nearest mark from ``at`` on that ends a stretch of the sentence, or ``last``."""
    words, quoted = reading.tokens.words, reading.quoted
    i = at
    while i < last and words[i] not in _MARKS and not quoted[i]:
        i += 1
    return i


def trim(reading: Reading, first: int, last: int) -> Range:
    """A range without the marks and white space that do not belong to what was said."""
    words, quoted = reading.tokens.words, reading.quoted
    while last > first and words[last - 1] in _MARKS and not quoted[last - 1]:
        if words[last - 1] == ")" and "(" in words[first : last - 1]:
            break
        last -= 1
    while first < last and words[first] in _JOINTS and not quoted[first] and words[first] != "(":
        first += 1
    return first, last


def quotation_before(reading: Reading, mark: int, first: int) -> Quotation | None:
    """The outermost quotation that ends right before token ``mark`` (a comma may stand between, or
    a colon: "“Q”: zo zei X")."""
    i, words, norms = mark, reading.tokens.words, reading.tokens.norms
    if i < first:
        return None
    if i >= 0 and not reading.quoted[i]:
        thus = i + 1 < len(norms) and norms[i + 1] in reading.profile.words.thus
        if words[i] == "," or (words[i] == ":" and thus):
            i -= 1
    return reading.closing.get(i)


def inside(reading: Reading, quotation: Quotation) -> Range:
    """What a quotation says: without its marks, and without the comma of the cue's clause."""
    first, last = quotation.first, quotation.closing
    if last > first and reading.tokens.words[last - 1] == ",":
        last -= 1
    return first, max(last, first)


def clause_end(
    reading: Reading, first: int, last: int, uses: list[CueUse], cue: CueUse | None
) -> int:
    """Where a content that starts at ``first`` ends: the sentence's end, or before a semicolon, an
    afterthought of the author's, or a further cue that is none of the content."""
    end, tokens = last, reading.tokens
    quoting = reading.quoted.find(1, first, last) >= 0
    if (
        quoting
        or not _ENDERS.isdisjoint(tokens.words[first:last])
        or not reading.profile.words.adversatives.isdisjoint(tokens.norms[first:last])
    ):
        end = _before_authors_words(reading, first, last, uses)
        if quoting:
            end = _before_afterthought(reading, first, end)
    for use in uses:
        if cue is not None and first < use.at < end and use is not cue:
            cut = _before_other_cue(reading, use, first, cue)
            if cut:
                return min(end, cut)
    return end


def _before_authors_words(reading: Reading, first: int, last: int, uses: list[CueUse]) -> int:
    """Where a clause ends before a semicolon, an afterthought or an adversative."""
    words, norms, quoted = reading.tokens.words, reading.tokens.norms, reading.quoted
    adversatives = reading.profile.words.adversatives
    for i in range(first, last):
        if quoted[i]:
            quotation = reading.opening.get(i)
            if quotation is not None and _closes_content(reading, quotation, last, uses):
                return quotation.after
        elif norms[i] in adversatives:
            if i > first and _is_author_again(reading, i, last):
                return i - 1 if words[i - 1] == "," else i
        elif words[i] in _ENDERS and i > first and _ends_content(reading, i, last):
            return i
    return last


def _ends_content(reading: Reading, i: int, last: int) -> bool:
    """Whether a mark within a sentence ends what was said: a semicolon, a comma or a dash before
    something of the author's."""
    word = reading.tokens.words[i]
    if word == ",":
        return _opens_afterthought(reading, i + 1, last)
    return word == ";" or (
        i + 1 < last and reading.tokens.norms[i + 1] in reading.profile.words.indefinite
    )


def _closes_content(reading: Reading, quotation: Quotation, last: int, uses: list[CueUse]) -> bool:
    """ "called it “a scam,” telling …": a comma inside the closing mark ends the quoted clause,
    unless an "and" or another quotation goes on with it."""
    after = quotation.after
    return (
        after < last
        and reading.tokens.words[quotation.closing - 1] == ","
        and after not in reading.opening
        and reading.tokens.norms[after] not in reading.profile.words.coordinators
        and reading.tokens.norms[after] not in reading.profile.words.prepositions
        and reading.tokens.norms[after] not in reading.profile.words.subordinators
        and any(after <= use.at <= after + 4 for use in uses)
    )


def _before_afterthought(reading: Reading, first: int, last: int) -> int:
    """Where a clause ends once its last quotation is behind: before what the author adds after a
    dash, as a relative clause or an apposition, with "but" or "while", as "before leaving"."""
    if reading.quoted.find(1, first, last) < 0:
        return last
    words, norms, closed = reading.tokens.words, reading.tokens.norms, reading.profile.words
    quotation: Quotation | None = None
    for i in range(last - 1, first, -1):
        quotation = reading.closing.get(i)
        if quotation is not None:
            break
    if quotation is None or quotation.opening < first:
        return last
    after = quotation.after
    if after < last and words[quotation.closing - 1] == "," and words[after][0].isupper():
        return after
    for i in range(after, last - 1):
        following = norms[i + 1]
        if words[i] in _DASHES and not _is_paired(reading, i, first, last):
            return i
        if words[i] == "," and (following in closed.relatives or following in closed.indefinite):
            return i
        if norms[i] in closed.contrastive or hanging_gerund(reading, i + 1, i + 2) is not None:
            return i - 1 if words[i - 1] == "," else i
    return last


def _is_paired(reading: Reading, dash: int, first: int, last: int) -> bool:
    """Whether a dash is one of two around an aside."""
    dashes = [
        i
        for i in range(first, last)
        if reading.tokens.words[i] in _DASHES and not reading.quoted[i]
    ]
    return dashes[-1] != dash or len(dashes) % 2 == 0


def is_gerund(reading: Reading, i: int) -> bool:
    """Whether a word looks like a gerund."""
    closed, norm = reading.profile.words, reading.tokens.norms[i]
    return (
        bool(closed.gerund_suffixes)
        and len(norm) > 5
        and norm.endswith(closed.gerund_suffixes)
        and norm not in closed.prepositions
    )


def hanging_gerund(reading: Reading, first: int, last: int) -> int | None:
    """ "since leaving Mali": the first gerund of a stretch behind a word that opens a clause."""
    norms, subordinators = reading.tokens.norms, reading.profile.words.subordinators
    for k in range(first, last):
        if norms[k - 1] in subordinators and is_gerund(reading, k):
            return k
    return None


def subordinate_end(reading: Reading, first: int, start: int, last: int) -> int:
    """Where a content ends whose cue stands in a clause that opens the sentence ("When X said that
    A, B"): at the first comma; else ``last``."""
    closed = reading.profile.words
    if reading.tokens.norms[first] not in closed.subordinators:
        return last
    for i in range(start, last):
        if reading.tokens.words[i] == "," and not reading.quoted[i]:
            return i
        quotation = reading.closing.get(i)
        if (
            quotation is not None
            and reading.tokens.words[i - 1] == ","
            and reading.tokens.norms[quotation.after] not in closed.coordinators
        ):
            return quotation.after
    return last


def _opens_afterthought(reading: Reading, i: int, last: int) -> bool:
    """ "…, despite X", "…, while Y does Z": what follows the comma is the author's."""
    closed, norms = reading.profile.words, reading.tokens.norms
    if i >= last:
        return False
    if norms[i] in closed.concessive_inversions:  # "…, al noemt ze het een begin"
        verb = norms[i + 1] if i + 1 < last else ""
        return verb in closed.auxiliaries or verb in reading.profile.present_words
    return norms[i] in closed.concessive


def _is_author_again(reading: Reading, i: int, last: int) -> bool:
    """ "… but gave no details", "…, but lorries were queuing": a clause after "but" that has its
    own finite verb at once, or after a comma its own subject and verb."""
    norms, words, closed = reading.tokens.norms, reading.tokens.words, reading.profile.words
    after = i + 1
    while after < last and (norms[after] in closed.light or norms[after] in closed.negations):
        after += 1
    if after >= last or reading.quoted[after] or norms[after] in closed.complementizers:
        return False
    if norms[after] in closed.auxiliaries or is_finite(reading, after):
        return not closed.verb_second or words[i - 1] == ","
    if words[i - 1] != "," or closed.verb_second:
        return False
    return any(
        norms[j] in closed.auxiliaries or is_finite(reading, j)
        for j in range(after + 1, min(last, after + 9))
    )


def is_finite(reading: Reading, i: int, present: bool = False) -> bool:
    """Whether a word looks like a finite verb that is no auxiliary.

    ``present`` admits present forms where the language writes many of them like its nouns.
    """
    if i >= len(reading.tokens):
        return False
    norm, profile = reading.tokens.norms[i], reading.profile
    if not reading.tokens.words[i][0].islower() or norm in profile.words.function_words:
        return False
    if norm in profile.past_words:
        return True
    if (present or profile.words.verb_second) and norm in profile.present_words:
        return True
    return len(norm) > 3 and norm.endswith(profile.words.finite_suffixes)


def has_finite(reading: Reading, first: int, last: int, present: bool = False) -> bool:
    """Whether a range of tokens has a verb of its own: an auxiliary, or what looks like a finite
    verb (:func:`is_finite`)."""
    auxiliaries = reading.profile.words.auxiliaries
    return any(
        reading.tokens.norms[i] in auxiliaries or is_finite(reading, i, present)
        for i in range(first, last)
    )


def _before_other_cue(reading: Reading, use: CueUse, first: int, cue: CueUse) -> int:
    """The end of a content before a further cue of the same sentence, or 0 where the cue is part of
    the content: it shares the subject ("and blamed"), or is a participle after a comma, or opens a
    clause with a subject of its own after ", and" or ", but"."""
    words, norms, closed = reading.tokens.words, reading.tokens.norms, reading.profile.words
    before = min(use.start, use.finite if use.finite > 0 else use.start) - 1
    while before > first and norms[before] in closed.light:
        before -= 1
    if before <= first or use.share < 0.3:
        return 0
    before = before_adverbial(reading, before, first)
    if use.form == "gerund":
        joined = cue.form == "gerund" and norms[before] in closed.coordinators
        return before if words[before] == "," or joined else 0
    if use.form not in ("past", "present") or use.finite != use.at:
        return 0
    if _disagrees(reading, use, cue):
        return 0  # "X says he would sit down and tell them “Q”"
    if words[before] == "," and norms[cue.start - 1] in closed.relatives:
        return before  # "X, who wrote the bill, said": the main verb
    if norms[before] in closed.coordinators:
        return before - 1 if words[before - 1] == "," else before
    for i in range(before, max(first, before - 12), -1):
        if reading.quoted[i]:
            return 0
        if (
            words[i] == ","
            and i + 1 < use.at
            and (norms[i + 1] in closed.coordinators or norms[i + 1] in closed.contrastive)
        ):
            return i
    return 0


def _disagrees(reading: Reading, use: CueUse, cue: CueUse) -> bool:
    """Whether a verb in the present cannot have the subject of a cue: it has no ending, and the
    cue has one or is past."""
    suffixes, norms = reading.profile.words.singular_suffixes, reading.tokens.norms
    if use.form != "present" or norms[use.at].endswith(suffixes) or use.finite != use.at:
        return False
    return bool(suffixes) and (
        cue.form == "past" or (cue.form == "present" and norms[cue.at].endswith(suffixes))
    )


def skip_addressee(reading: Reading, use: CueUse, at: int, last: int) -> tuple[int, int, int]:
    """Past the hearer and the circumstances after a cue: where the content can start.

    Also gives the range of the hearer's phrase, or (-1, -1).
    """
    norms, words, closed = reading.tokens.norms, reading.tokens.words, reading.profile.words
    first_hearer = last_hearer = -1
    i = at
    while i < last:
        norm = norms[i]
        if reading.quoted[i] or words[i] in _TERMINAL:
            break
        if norm in closed.light or reading.timed[i] or i in use.companions:
            i += 1
            continue
        if first_hearer < 0:
            if norm in use.hearers.prepositions:
                stop = phrase_end(reading, i + 1, last)
                if stop > i + 1:
                    first_hearer, last_hearer, i = i + 1, stop, stop
                    continue
            if use.hearers.object:
                behind = [c for c in use.companions if c > i] if use.companions else ()
                stop = phrase_end(reading, i, min(last, *behind) if behind else last)
                if stop > i:
                    first_hearer, last_hearer, i = i, stop, stop
                    continue
        if norm in closed.prepositions and i + 1 < last and reading.timed[i + 1]:
            i += 1
            continue
        if norm in closed.circumstance_prepositions and not opens_quantity(reading, i):
            stop = _circumstance_end(reading, i, last)
            if stop > i:
                i = stop
                continue
        break
    return i, first_hearer, last_hearer


def before_circumstances(reading: Reading, first: int, last: int) -> int:
    """Where a demand or an accusation ends before what the author adds behind its last comma.

    That is when it was made (", two weeks after …"), or what came of it (", in vain").
    """
    words, norms, closed = reading.tokens.words, reading.tokens.norms, reading.profile.words
    if "," not in words[first:last] or reading.quoted[last - 1]:
        return last
    comma = next((i for i in range(last - 1, first, -1) if words[i] == ","), first)
    if comma == first or reading.quoted[comma]:
        return last
    if norms[comma + 1] in closed.indefinite and norms[comma + 1] in closed.articles:
        if not closed.relatives.isdisjoint(norms[comma + 2 : comma + 5]):
            return comma  # "to close the strait, a move that …": what the author makes of it
    for i in range(comma + 1, min(last, comma + ADVERBIAL_REACH)):
        outcome = closed.outcomes.match(norms, i, last)
        if outcome is not None and i + outcome[0] >= last:
            return comma
        if norms[i] in closed.temporal and has_finite(reading, i + 1, last):
            return comma
        if reading.nominal[i]:
            break
    return last


def before_adverbial(reading: Reading, i: int, floor: int) -> int:
    """The coordinator before a phrase of time or manner that ends at ``i`` ("but at the same time
    asked"); ``i`` itself where another noun phrase, or none such, stands there."""
    norms, closed = reading.tokens.norms, reading.profile.words
    left = i - ADVERBIAL_REACH
    if left < floor:
        left = floor
    if closed.coordinators.isdisjoint(norms[left:i]):
        return i
    for j in range(i, left, -1):
        norm = norms[j]
        if norm in closed.prepositions and norm not in closed.to:
            before = j - 1
            while before > floor and norms[before] in closed.light:
                before -= 1
            if norms[before] in closed.coordinators:
                return before
        elif not _belongs_to_adverbial(reading, j):
            break
    return i


def _belongs_to_adverbial(reading: Reading, j: int) -> bool:
    """Whether a word can stand in a phrase of time or manner: no noun phrase of its own, unless its
    preposition stands right before it."""
    norms, closed = reading.tokens.norms, reading.profile.words
    if reading.quoted[j] or not norms[j][0].isalnum():
        return False
    if reading.nominal[j]:
        return norms[j - 1] in closed.prepositions
    return (
        norms[j] not in closed.function_words
        or norms[j] in closed.determiners
        or norms[j] in closed.light
        or bool(reading.timed[j])
    )


def opens_quantity(reading: Reading, i: int) -> bool:
    """Whether a quantity starts at a token: "at least ten", "up to 300", which are no place."""
    found = reading.quantities_at(i)
    return bool(found) and found[0].first == i


def phrase_end(reading: Reading, at: int, last: int) -> int:
    """The end of the noun phrase that starts at ``at``, or ``at`` where none does."""
    norms, closed = reading.tokens.norms, reading.profile.words
    longest = at
    for phrase in reading.phrases_in(at, min(last, at + 8)):
        if phrase.first <= at and phrase.last > longest:
            longest = phrase.last
    if longest > at:
        return longest
    end = at
    if end < last and norms[end] in closed.determiners:
        end += 1
        while (
            end < last
            and end - at < 4
            and reading.tokens.words[end][0].isalpha()
            and (norms[end] not in closed.function_words)
        ):
            end += 1
        return end
    # A bare plural such as "reporters".
    if end < last and norms[end] in closed.hearers:
        return end + 1
    return at


def _circumstance_end(reading: Reading, at: int, last: int) -> int:
    """The end of "in a statement", "during a visit": to the next boundary or complementizer."""
    norms, words, closed = reading.tokens.norms, reading.tokens.words, reading.profile.words
    i = at + 1
    while i < last and i - at <= 8:
        if words[i] in _JOINTS or reading.quoted[i] or words[i] in _TERMINAL:
            return i
        if norms[i] in closed.complementizers:
            return i
        i += 1
    return at if i < last else last
