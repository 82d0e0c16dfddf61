"""Values of the model as documents: dictionaries, JSON, and their schema."""

from newsmodel.serialization.converter import NewsValue
from newsmodel.serialization.document import from_dict, to_dict
from newsmodel.serialization.json import from_json, to_json

__all__ = ["NewsValue", "from_dict", "from_json", "to_dict", "to_json"]
