"""Papers as data: one file a paper, each a pure function from typed inputs to a `model.Document`."""
