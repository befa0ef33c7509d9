"""Scripts that fit the shipped weights from labelled data, and say on what."""
