MATCH (:Chidao {key: $source})-[e:IMPLEMENTS]->(t:Chidao {key: $document})
RETURN collect([t.title, e.document, e.start, e.stop, e.quote, e.rule]) AS rows
