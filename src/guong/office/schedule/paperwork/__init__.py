"""The papers of a round and of its conferences, filled from the register; `core.documents` says how they look."""
