{{ways}}
CALL (ways) {
    UNWIND range(0, size(ways) - 1) AS far
    UNWIND ways[far][3] AS d
    WITH d, min(far) AS far
    CALL (d) {
        MATCH (d)<-[:PART_OF]-(i:Task)
        WHERE {{filters_of_state}}
        RETURN count(*) AS many
    }
    WITH d, many ORDER BY far, d.key
    RETURN collect(d.id) AS documents, collect([d.id, d.key]) AS keys,
        collect(CASE WHEN many > 0 THEN [d.id, many] END) AS counts
}
// The tasks of so many plans as fill the page, if none gets there by its own words.
WITH ways, documents, keys, counts, reduce(first = [0, []], count IN counts | CASE
    WHEN first[0] >= $given.offset + $given.limit THEN first
    ELSE [first[0] + count[1], first[1] + [count[0]]]
END)[1] AS first
CALL (first) {
    UNWIND first AS number
    MATCH (:Chidao {id: number})<-[:PART_OF]-(i:Task)
    WHERE {{filters_of_state}}
    WITH number, i ORDER BY i.id
    RETURN collect([number, i.id]) AS ids
}
RETURN {{rows_of_ways}}
    + [['tasks_of_documents', documents, counts], ['document_keys', documents, keys],
        ['task_ids_of_documents', first, ids]] AS rows
