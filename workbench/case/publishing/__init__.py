"""Publishing: what a verdict's page is made of is gathered, sent through the gate, and written."""
