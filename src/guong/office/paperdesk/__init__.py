"""Paper desk: confirmed paper sheets become sealed envelopes; no answer in plain reaches the server."""
