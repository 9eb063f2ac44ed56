"""Numbers and archive of official papers."""
