"""The constructions by which a text attributes a content to a source, by family."""
