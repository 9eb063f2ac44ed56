"""The room of Overview."""
