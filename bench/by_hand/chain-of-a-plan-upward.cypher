MATCH (x:Chidao {key: $plan})
MATCH (x)(()-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS|REPLACES
    |ISSUES]->(:Document)){1,8}
WITH last(e) AS hop, min(size(e)) AS far
ORDER BY far, startNode(hop).key, type(hop), endNode(hop).key
WITH [startNode(hop).key, type(hop), endNode(hop).key, endNode(hop).title, hop.document,
    hop.start, hop.stop, hop.quote, hop.rule, far] AS row
RETURN count(*) AS total, collect(row)[..100] AS rows
