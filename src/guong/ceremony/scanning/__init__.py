"""The scanning station: a program of its own on one laptop, which reads paper sheets and seals them (decision 0029)."""
