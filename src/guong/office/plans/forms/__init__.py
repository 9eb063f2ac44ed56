"""Forms of the room; they only read what an officer typed, rules stand in the services and in core."""
