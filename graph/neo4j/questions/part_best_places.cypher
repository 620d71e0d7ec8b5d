// The place that proves each edge best: in the document `own` where that says so, else the first.
UNWIND edges AS edge
CALL (edge) {
    WITH toString(edge[1]) + ' ' + edge[2] + ' ' + toString(edge[3]) AS named
    MATCH (e:Chidao {told_by: edge[4]}) USING INDEX SEEK e:Chidao(told_by) WHERE e.edge = named
    RETURN e ORDER BY e.start, e.stop, e.rule LIMIT 1
    UNION
    WITH toString(edge[1]) + ' ' + edge[2] + ' ' + toString(edge[3]) AS named
    MATCH (e:Chidao {edge: named}) USING INDEX SEEK e:Chidao(edge)
    RETURN e ORDER BY e.registered, e.document, e.start, e.stop, e.rule LIMIT 1
}
WITH edge, head(collect(e)) AS e
RETURN collect([edge[0], e.document, e.told_by, e.start, e.stop, e.rule, e.words]) AS rows
