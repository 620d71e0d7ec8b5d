// Each edge knows its best place of all, which mostly is of the lower document. Where it is not,
// that document's own words are looked for. Of the steps down those are left that lead elsewhere:
// nobody asks for them.
MATCH (x:Chidao:Document {key: $given.key})
CALL (x) {
    MATCH way = (x)-[:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS|REPLACES|ISSUES
        *0..]->(s:Document)
    WHERE $given.up AND all(n IN nodes(way) WHERE n:Document)
    WITH DISTINCT s
    RETURN collect(s) AS above
}
CALL (x) {
    MATCH way = (x)<-[:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS*0..]-(t:Document)
    WHERE $given.down AND all(n IN nodes(way) WHERE n:Document)
    WITH DISTINCT t
    RETURN collect(t) AS below
}
CALL (above) {
    UNWIND above AS s
    MATCH (s)-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS|REPLACES|ISSUES]
        ->(d:Document)
    RETURN collect([[s.id, toLower(type(e)), d.id, s.id], e, s, d]) AS up
}
CALL (below) {
    UNWIND below AS s
    MATCH (s)-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS]->(d:Document)
    RETURN collect([[s.id, toLower(type(e)), d.id, s.id], e, s, d]) AS down
}
WITH x, above, below, up, down,
    CASE WHEN size(up) + size(down) <= $given.most THEN up + down ELSE [] END AS few
WITH x, above, below, up, down, few,
    CASE WHEN size(few) > 0 THEN above + below ELSE [] END AS documents,
    [step IN few WHERE step[1].document = step[2].key] AS own,
    [step IN few WHERE step[1].document <> step[2].key | [step[0]] + step[0]] AS edges
CALL (edges) {
    {{best_places}}
}
WITH [
    ['document_of_key', x.key, [[x.id]]],
    ['steps_up', [s IN above | s.id], [
        step IN up | [step[0][0], step[0][1], step[0][2], step[3].key]
    ]],
    ['steps_down', [t IN below | t.id], [
        step IN down WHERE size(below) > 1 | [step[0][2], step[0][1], step[0][0], step[2].key]
    ]],
    ['titles_of_documents', [d IN documents | d.id], [d IN documents | [d.id, d.title]]],
    ['best_places', [step IN own | step[0]] + [edge IN edges | edge[0]], [
        step IN own | [step[0], step[1].document, step[2].id, step[1].start, step[1].stop,
            step[1].rule, step[1].quote]
    ] + rows]
] AS told
RETURN coalesce(head(collect(told)), []) AS rows
