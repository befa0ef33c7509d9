"""Number expressions: the words they are made of, what they say, what they count."""
