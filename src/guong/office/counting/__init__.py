"""The room of Counting."""
