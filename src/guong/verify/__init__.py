"""The independent verifier (DESIGN §10).

Written from docs/reference/formats.md alone. It imports no other room of Gương, so that an error
in the counting program cannot hide behind the same error here.
"""
