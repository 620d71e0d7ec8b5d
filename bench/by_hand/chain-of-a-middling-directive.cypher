MATCH (x:Chidao {key: $document})
CALL (x) {
    MATCH (x)(()-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS|REPLACES
        |ISSUES]->(:Document)){1,8}
    RETURN 'up' AS direction, last(e) AS hop, min(size(e)) AS far
    UNION ALL
    MATCH (x)(()<-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS]-(:Document)){1,8}
    RETURN 'down' AS direction, last(e) AS hop, min(size(e)) AS far
}
WITH direction, hop, far, startNode(hop) AS s, endNode(hop) AS t
{{hops}}
