"""The floor of rules: plain Python, no framework, shared by every program but the verifier."""
