// Where few stand beside it, `few` has for each the edge by the ids of its ends, the kind and the
// relation, the node and the edge itself, and whose text says an edge of documents best.
MATCH (n:Chidao&Document {key: $given.key})
{{beside_document}}
WITH * ORDER BY e.start, e.stop, e.rule
WITH n, collect(DISTINCT [outward, relation, kind, o.id, key]) AS beside, collect([CASE outward
    WHEN 1 THEN [n.id, relation, o.id] ELSE [o.id, relation, n.id]
END, kind, relation, o, e, CASE kind WHEN 'document' THEN {{told_by}} END]) AS found
WITH n, beside, CASE WHEN size(found) <= $given.most THEN found ELSE [] END AS few
WITH n, beside,
    [x IN few WHERE x[1] = 'document'] AS documents,
    [x IN few WHERE x[1] = 'task'] AS tasks,
    [x IN few WHERE x[1] = 'body'] AS bodies
// What the registry says that one cites may be said by a text too, which comes first then.
WITH n, beside, documents, tasks, bodies,
    [x IN documents WHERE x[2] <> 'cites' OR x[4].derived] AS said,
    [x IN tasks WHERE x[2] = 'part_of'] AS parts,
    [x IN tasks WHERE x[2] <> 'part_of'] AS targets
WITH [
    ['document_of_key', n.key, [[n.id]]],
    ['neighbours_of_document', n.id, beside],
    ['label_documents', [x IN documents | x[3].id], [
        d IN [x IN documents | x[3]] | {{label}}
    ]],
    ['label_tasks', [x IN tasks | x[3].id], [
        x IN tasks | [x[3].id, x[4].document, x[3].path, x[3].text, toString(x[3].due_latest)]
    ]],
    ['label_bodies', [x IN bodies | x[3].id], [x IN bodies | [x[3].id, x[3].key, x[3].name]]],
    ['places_of_item', [x IN parts | x[0]], [
        x IN parts | [x[0], n.key, n.id, x[3].start, x[3].stop, x[3].rule, x[3].text]
    ]],
    ['places_of_target', [x IN targets | x[0]], [
        x IN targets
        | [x[0], x[4].document, x[3].id / 16777216, x[4].start, x[4].stop, x[4].rule, x[4].quote]
    ]],
    ['places_of_edge', [x IN said | x[0]], [
        x IN said | [x[0], x[4].document, x[5], x[4].start, x[4].stop, x[4].rule, x[4].quote]
    ]],
    ['places_of_issuer', [x IN bodies | x[0]], [x IN bodies | head(COLLECT {
        OPTIONAL MATCH (n)-[:READ_FROM]->(s:Source)
        RETURN [x[0], n.key, CASE WHEN s.issuer IS NOT NULL THEN n.id END, s.issuer_start,
            s.issuer_stop, s.issuer_rule, n.issuer]
    })]]
] AS told
RETURN coalesce(head(collect(told)), []) AS rows
