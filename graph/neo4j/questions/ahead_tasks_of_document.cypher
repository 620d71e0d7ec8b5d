MATCH (d:Chidao:Document {key: $given.key})
CALL (d) {
    MATCH (d)<-[:PART_OF]-(i:Task)
    WHERE {{filters}}
    WITH i.id AS number ORDER BY number
    RETURN collect(number) AS found
}
WITH d, found, found[$given.offset..$given.offset + $given.limit] AS tasks
CALL (d, found, tasks) {
    RETURN 'document_of_key' AS name, d.key AS asked, [[d.id]] AS rows
    UNION ALL
    RETURN 'document_keys' AS name, [d.id] AS asked, [[d.id, d.key]] AS rows
    UNION ALL
    RETURN 'task_ids_of_documents' AS name, [d.id] AS asked, [i IN found | [i]] AS rows
    UNION ALL
    {{ahead_tasks}}
}
RETURN collect([name, asked, rows]) AS rows
