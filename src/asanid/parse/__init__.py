"""Parsing: an article becomes blocks, quotations, tokens, sentences, dates, numbers and names."""
