"""Gương: confidential feedback on those who lead, by secret ballot."""

__version__ = "0.1.0"
