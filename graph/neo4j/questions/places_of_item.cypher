WITH $given.edges AS edges
{{places_of_item}}
