"""Time expressions: the forms they take, and the days that they denote."""
