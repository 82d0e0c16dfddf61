"""Typed facts from news about politics and conflict."""
