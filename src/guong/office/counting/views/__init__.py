"""Pages of the room, in the order of the count's steps."""
