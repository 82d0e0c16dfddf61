"""Values of the model as documents: dictionaries, JSON, and their schema."""

from newsmodel.serialization.converter import NewsValue
from newsmodel.serialization.document import from_dict, to_dict
from newsmodel.serialization.json import from_json, to_json
from newsmodel.serialization.schema import json_schema

__all__ = ["NewsValue", "from_dict", "from_json", "json_schema", "to_dict", "to_json"]
