WITH $given.edges AS edges
{{best_places}}
