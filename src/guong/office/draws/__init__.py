"""The room of Draws: drawing schools by lot."""
