"""Who says, denies or accuses, and what a quotation covers."""
