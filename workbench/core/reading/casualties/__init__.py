"""Human harm: who was killed, wounded, missing, captured or displaced, and how many."""
