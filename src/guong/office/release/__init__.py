"""The room of Release."""
