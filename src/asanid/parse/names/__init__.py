"""Names in a text: persons, media, organisations, groups, places and works."""

from asanid.parse.names.find import find_names

__all__ = ["find_names"]
