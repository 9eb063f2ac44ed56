"""The room of the remediation plan: written by the head, followed by the lead body, ended with evidence."""
