"""The urn: a nameless database of sealed envelopes, and the booth in front of it (DESIGN §2, §4)."""
