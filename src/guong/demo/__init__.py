"""The 2023 world with invented people, played through the real protocol (DESIGN §10)."""
