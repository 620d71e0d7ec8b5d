// Where few stand beside it, each comes with what it is called and with the place that proves the
// edge best. A key is of one node: what a task holds no document does.
MATCH (n:Chidao:Task {key: $given.key})-[:PART_OF]->(own:Document)
CALL (n, own) {
{{beside_task}}
}
WITH n, own, collect([
    [outward, relation, kind, o.id, key], o, CASE outward WHEN 1 THEN n ELSE o END, head(ties)
]) AS found
WITH n, own, found, size(found) <= $given.most AS few
WITH [
    ['document_of_key', own.key, [[own.id]]],
    ['document_of_key', n.key, []],
    ['task_of_path', own.id, [[n.id]]],
    ['neighbours_of_task', n.id, [x IN found | x[0] + CASE
        WHEN NOT few THEN []
        ELSE [x[1].type, x[1].number, x[1].symbol, toString(x[1].date),
            coalesce(x[1].title, x[1].text, x[1].name), own.key, null] + CASE
            WHEN x[3] IS NULL THEN [x[2].start, x[2].stop, x[2].rule, x[2].text]
            ELSE [x[3].start, x[3].stop, x[3].rule, x[3].quote]
        END
    END]]
] AS told
RETURN coalesce(head(collect(told)), []) AS rows
