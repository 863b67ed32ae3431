"""Extraction: what is parsed becomes attributions: who says what, through whom, with which stance."""
