"""Officers' accounts, roles and the guard of every page."""
