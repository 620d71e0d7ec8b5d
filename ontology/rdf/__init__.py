"""The ontology in RDF: its names, its vocabulary and shapes; the only import of rdflib."""
