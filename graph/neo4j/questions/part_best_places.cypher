// The place that proves each edge best: in the document `own` where that says so, else the first,
// which the edge itself knows.
UNWIND edges AS edge
WITH edge, head(COLLECT {
    MATCH (e:Chidao {told_by: edge[4]}) USING INDEX SEEK e:Chidao(told_by)
    WHERE e.edge = toString(edge[1]) + ' ' + edge[2] + ' ' + toString(edge[3])
    RETURN [e.document, e.told_by, e.start, e.stop, e.rule, e.words]
    ORDER BY e.start, e.stop, e.rule LIMIT 1
}) AS place
WITH edge, CASE WHEN place IS NOT NULL THEN place ELSE head(COLLECT {
    MATCH (s:Chidao {id: edge[1]})-[e:{{relations}}]->(:Chidao {id: edge[3]})
    WHERE toLower(type(e)) = edge[2] AND e.derived IS NULL
    RETURN [e.document, {{told_by}}, e.start, e.stop, e.rule, e.quote]
}) END AS place
WITH edge, place WHERE place IS NOT NULL
RETURN collect([edge[0]] + place) AS rows
