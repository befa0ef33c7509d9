"""Evidence that stays true: anchors, finding them again, and what drifted meanwhile."""
