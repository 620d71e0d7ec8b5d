// Every edge `e` from a document `s`, to which the ways up from `x` lead, to one `d` above that.
MATCH way = (x)-[:{{upward}}*0..]->(s:Document)
WHERE all(n IN nodes(way) WHERE n:Document)
WITH DISTINCT s
MATCH (s)-[e:{{upward}}]->(d:Document)
