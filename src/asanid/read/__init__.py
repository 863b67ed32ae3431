"""Reading: bytes from files, folders, streams, web pages, feeds and archives become articles."""
