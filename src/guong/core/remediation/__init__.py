"""Rules of the head's remediation plan: its life, what it must say, what is due (R-001-05, R-001-15)."""
