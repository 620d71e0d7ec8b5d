"""What the graph tells as a whole: coverage, lag, depth, weight, gaps in the authority, work."""
