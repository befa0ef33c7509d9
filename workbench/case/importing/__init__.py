"""Importing: what a user names is copied into `seeds/`, derived in any process, and put away."""
