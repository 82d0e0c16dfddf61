"""Settings for all tests."""

from __future__ import annotations

from hypothesis import settings

# The first example of a run loads a language, which takes longer than all others together.
settings.register_profile("newsmodel", deadline=None)
settings.load_profile("newsmodel")
