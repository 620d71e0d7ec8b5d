// One edge for all the places that say it, with the words of the best; none without any place.
UNWIND $given.edges AS edge
MATCH (s:Chidao {id: edge[0]}), (t:Chidao {id: edge[2]})
WITH s, t, edge[1] AS relation
CALL (s, t, relation) {
    MATCH (s)-[old:{{relations}}]->(t) WHERE toLower(type(old)) = relation AND old.derived IS NULL
    DELETE old
}
CALL (s, t, relation) {
    MATCH (e:Chidao {edge: toString(s.id) + ' ' + relation + ' ' + toString(t.id)})
    RETURN e ORDER BY e.registered, e.document, e.start, e.stop, e.rule LIMIT 1
}
CREATE (s)-[r:$(toUpper(relation))]->(t)
SET r = {document: e.document, start: e.start, stop: e.stop, quote: e.words, rule: e.rule}
