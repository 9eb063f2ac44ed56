"""The room of the head: the own result, what the head thinks of it, and the answer to the lead body."""
