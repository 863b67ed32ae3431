"""For eyes: the command line and what it prints."""
