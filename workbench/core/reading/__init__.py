"""Reading: what stands in a passage. The only place that parses words."""
