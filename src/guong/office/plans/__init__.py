"""The room of Plans: the plan: its text, rounds, duties."""
