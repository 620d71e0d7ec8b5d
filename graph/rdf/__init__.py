"""A graph as RDF and back, through what every store can do."""
