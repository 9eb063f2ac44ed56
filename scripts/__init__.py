"""Programs for whoever builds Gương; nothing of it ships in the wheel."""
