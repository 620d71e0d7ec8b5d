// Where few stand beside it, `few` has for each the edge by the ids of its ends, the node, and the
// edges themselves. A key is of one node: what a task holds no document does.
MATCH (n:Chidao:Task {key: $given.key})-[:PART_OF]->(own:Document)
CALL (n, own) {
{{beside_task}}
}
WITH n, own, collect([outward, relation, kind, o.id, key]) AS beside, collect([CASE outward
    WHEN 1 THEN [n.id, relation, o.id] ELSE [o.id, relation, n.id]
END, kind, relation, o, ties, CASE outward WHEN 1 THEN n ELSE o END]) AS found
WITH n, own, beside, CASE WHEN size(found) <= $given.most THEN found ELSE [] END AS few
WITH n, own, beside,
    [x IN few WHERE x[1] = 'document'] AS documents,
    [x IN few WHERE x[1] = 'task'] AS tasks,
    [x IN few WHERE x[1] = 'body'] AS bodies,
    [x IN few WHERE x[2] = 'part_of'] AS parts,
    [x IN few WHERE x[1] = 'document' AND x[2] <> 'part_of'] AS targets
WITH [
    ['document_of_key', own.key, [[own.id]]],
    ['document_of_key', n.key, []],
    ['task_of_path', own.id, [[n.id]]],
    ['neighbours_of_task', n.id, beside],
    ['label_documents', [x IN documents | x[3].id], [
        d IN [x IN documents | x[3]] | {{label}}
    ]],
    ['label_tasks', [x IN tasks | x[3].id], [
        x IN tasks | [x[3].id, own.key, x[3].path, x[3].text, toString(x[3].due_latest)]
    ]],
    ['label_bodies', [x IN bodies | x[3].id], [x IN bodies | [x[3].id, x[3].key, x[3].name]]],
    ['places_of_item', [x IN parts | x[0]], [
        x IN parts | [x[0], own.key, own.id, x[5].start, x[5].stop, x[5].rule, x[5].text]
    ]],
    ['places_of_target', [x IN targets | x[0]], reduce(all = [], x IN targets | all + [
        e IN x[4] | [x[0], own.key, own.id, e.start, e.stop, e.rule, e.quote]
    ])],
    ['places_of_phrase', [x IN bodies | x[0]], reduce(all = [], x IN bodies | all + [
        e IN x[4] | [x[0], own.key, own.id, e.start, e.stop, e.rule, null]
    ])],
    ['texts', CASE WHEN size(bodies) > 0 THEN [own.id] ELSE [] END, CASE
        WHEN size(bodies) > 0 THEN COLLECT {
            MATCH (own)-[:READ_FROM]->(s:Source) RETURN [own.id, s.text]
        }
        ELSE []
    END]
] AS told
RETURN coalesce(head(collect(told)), []) AS rows
