"""Parsing: the stages by which a text becomes facts, one module each, and the functions over them.

See :mod:`newsmodel.parsing.article` for their order.
"""
