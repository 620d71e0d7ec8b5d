// Every edge `e` to a document `d`, to which the ways down from `x` lead, from one `s` below that,
// with those that lead elsewhere from there: nobody goes that way.
MATCH way = (x)<-[:{{answering}}*1..]-(s:Document)
WHERE all(n IN nodes(way) WHERE n:Document)
WITH DISTINCT s
MATCH (s)-[e:{{answering}}]->(d:Document)
