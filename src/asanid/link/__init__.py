"""Linking, over many articles: which names are one, which statements are one claim, and how many origins it has."""
