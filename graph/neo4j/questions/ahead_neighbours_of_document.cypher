// Where few stand beside it, each comes with what it is called and with the place that proves the
// edge best. What the registry says that one cites may be said by a text too, which comes first
// then: that is left to be asked for.
MATCH (n:Chidao&Document {key: $given.key})
{{beside_document}}
WITH * ORDER BY e.start, e.stop, e.rule
WITH n, outward, relation, kind, o, key, head(collect(e)) AS e
WITH n, collect([[outward, relation, kind, o.id, key], o, e, relation = 'part_of']) AS found
WITH n, found, size(found) <= $given.most AS few
WITH [
    ['document_of_key', n.key, [[n.id]]],
    ['neighbours_of_document', n.id, [x IN found | x[0] + CASE
        WHEN NOT few OR (x[0][1] = 'cites' AND x[2].derived IS NULL) THEN []
        ELSE [x[1].type, x[1].number, x[1].symbol, toString(x[1].date),
            coalesce(x[1].title, x[1].text, x[1].name), x[2].document, null, x[2].start, x[2].stop,
            x[2].rule, CASE WHEN x[3] THEN x[1].text ELSE x[2].quote END]
    END]]
] AS told
RETURN coalesce(head(collect(told)), []) AS rows
