"""What reasons amount to: a relation, a rank, a check-worthiness."""
