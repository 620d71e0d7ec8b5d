// An edge knows the best place of all; it is also the best of the lower document where it is of it.
MATCH (x:Chidao:Document {key: $given.key})
CALL (x) {
    MATCH (x)-[:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS|REPLACES|ISSUES*0..]
        ->(s:Document)
    WHERE $given.up
    WITH DISTINCT s
    RETURN collect(s) AS above
}
CALL (x) {
    MATCH (x)<-[:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS*0..]-(t:Document)
    WHERE $given.down
    WITH DISTINCT t
    RETURN collect(t) AS below
}
CALL (above) {
    UNWIND above AS s
    MATCH (s)-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS|REPLACES|ISSUES]
        ->(d:Document)
    RETURN collect([[s.id, toLower(type(e)), d.id, d.key], e, s]) AS up
}
CALL (below) {
    UNWIND below AS t
    MATCH (t)<-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS]-(d:Document)
    RETURN collect([[t.id, toLower(type(e)), d.id, d.key], e, d]) AS down
}
WITH x, above, below, up, down, CASE WHEN size(up) + size(down) <= $given.most THEN
    [step IN up | [[step[0][0], step[0][1], step[0][2], step[0][0]], step[1], step[2]]]
    + [step IN down | [[step[0][2], step[0][1], step[0][0], step[0][2]], step[1], step[2]]]
ELSE [] END AS few
CALL (x, above, below, up, down, few) {
    RETURN 'document_of_key' AS name, x.key AS asked, [[x.id]] AS rows
    UNION ALL
    RETURN 'steps_up' AS name, [s IN above | s.id] AS asked, [step IN up | step[0]] AS rows
    UNION ALL
    RETURN 'steps_down' AS name, [t IN below | t.id] AS asked, [step IN down | step[0]] AS rows
    UNION ALL
    WITH CASE WHEN size(few) > 0 THEN above + below ELSE [] END AS documents
    RETURN 'label_documents' AS name, [d IN documents | d.id] AS asked,
        [d IN documents | {{label}}] AS rows
    UNION ALL
    WITH [step IN few WHERE step[1].document = step[2].key] AS own
    RETURN 'best_places' AS name, [step IN own | step[0]] AS asked, [
        step IN own | [step[0], step[2].key, step[2].id, step[1].start, step[1].stop,
            step[1].rule, step[1].quote]
    ] AS rows
    UNION ALL
    WITH [step IN few WHERE step[1].document <> step[2].key | step[0]] AS ends
    WITH ends, [one IN ends | [one] + one] AS edges
    CALL (edges) {
        {{best_places}}
    }
    RETURN 'best_places' AS name, ends AS asked, rows
}
RETURN collect([name, asked, rows]) AS rows
