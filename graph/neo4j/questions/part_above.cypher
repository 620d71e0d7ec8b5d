// Every edge `e` from a document `s`, to which the ways up from `x` lead, to one `d` above that.
MATCH way = (x)-[:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS|REPLACES|ISSUES
    *0..]->(s:Document)
WHERE all(n IN nodes(way) WHERE n:Document)
WITH DISTINCT s
MATCH (s)-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS|REPLACES|ISSUES]
    ->(d:Document)
