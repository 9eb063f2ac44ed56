"""The room of Schedule: the calendar of a round."""
