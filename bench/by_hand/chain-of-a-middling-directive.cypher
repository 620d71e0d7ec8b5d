MATCH (x:Chidao {key: $document})
CALL (x) {
    MATCH way = (x)(()-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS|REPLACES
        |ISSUES]->(:Document)){1,8}
    RETURN last(e) AS hop, min(size(e)) AS far
    UNION ALL
    MATCH way = (x)(()<-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS]-(:Document)){1,8}
    RETURN last(e) AS hop, min(size(e)) AS far
}
WITH hop, far ORDER BY far, startNode(hop).key, type(hop), endNode(hop).key
WITH [startNode(hop).key, type(hop), endNode(hop).key, endNode(hop).title, hop.document,
    hop.start, hop.stop, hop.quote, hop.rule, far] AS row
RETURN count(*) AS total, collect(row)[..100] AS rows
