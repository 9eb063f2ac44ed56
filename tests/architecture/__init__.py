"""What import-linter can't see (DESIGN §2). Each rule is a function from a tree to its faults, tried on planted faults."""
