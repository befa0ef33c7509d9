"""Evidence that stays true: quotes against the articles and the seeds that they were taken from."""
