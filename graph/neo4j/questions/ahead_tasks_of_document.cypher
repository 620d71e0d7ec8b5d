MATCH (d:Chidao:Document {key: $given.key})
CALL (d) {
    MATCH (d)<-[:PART_OF]-(i:Task)
    WHERE {{filters_of_state}}
    WITH i ORDER BY i.id
    RETURN collect(i) AS found
}
CALL (d, found) {
    UNWIND found[$given.offset..$given.offset + $given.limit] AS i
    {{ahead_tasks}}
    RETURN tasks, page, phrases, rules
}
WITH [
    ['document_of_key', d.key, [[d.id]]],
    ['task_ids_of_documents', [d.id], [i IN found | [d.id, i.id]]],
    ['task_rows', tasks, page],
    ['task_phrases', {each: tasks}, phrases],
    ['task_recurrences', {each: tasks}, rules]
] AS told
RETURN coalesce(head(collect(told)), []) AS rows
