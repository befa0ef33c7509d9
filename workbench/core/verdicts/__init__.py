"""What people decide: links, verdicts, reviews, and the history of all of it."""
