"""Units, posts, people and staff lists; who may see which unit."""
