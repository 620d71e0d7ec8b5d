MATCH (x:Chidao {key: $plan})
MATCH (x)(()-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS|REPLACES
    |ISSUES]->(:Document)){1,8}
WITH 'up' AS direction, last(e) AS hop, min(size(e)) AS far
WITH direction, hop, far, startNode(hop) AS s, endNode(hop) AS t
{{hops}}
