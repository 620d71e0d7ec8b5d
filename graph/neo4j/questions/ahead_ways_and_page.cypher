// Where nothing but their kind is asked of the tasks besides what they implement.
{{ways}}
CALL (ways) {
    UNWIND range(0, size(ways) - 1) AS far
    UNWIND ways[far][3] AS d
    WITH d, min(far) AS far
    WITH d, far, COUNT { MATCH (d)<-[:PART_OF]-(i:Task) WHERE i.kind IN $given.kinds } AS many
    ORDER BY far, d.key
    RETURN collect(d.id) AS documents, collect([d.id, d.key]) AS keys,
        collect(CASE WHEN many > 0 THEN [d.id, many] END) AS counts,
        collect(CASE WHEN many > 0 THEN {plan: d, length: far + 2, many: many} END) AS plans
}
// The tasks of so many plans as fill the page, if none gets there by its own words.
WITH ways, documents, keys, counts, reduce(first = [0, []], one IN plans | CASE
    WHEN first[0] >= $given.offset + $given.limit THEN first
    ELSE [first[0] + one.many, first[1] + [one]]
END)[1] AS first
CALL (first) {
    UNWIND first AS one
    WITH one.plan AS d, one.length AS length
    MATCH (d)<-[:PART_OF]-(i:Task)
    WHERE i.kind IN $given.kinds
    WITH d, i, length ORDER BY i.id
    RETURN collect([d.id, i.id]) AS ids, collect({task: i, length: length}) AS planned
}
// The page, where few tasks are to be put in order; what their own words say goes before their plans.
CALL (ways, planned) {
    WITH ways, planned
    WHERE reduce(many = 0, way IN ways | many + size(way[2])) <= $given.few
    CALL (ways, planned) {
        UNWIND range(0, size(ways) - 1) AS far
        UNWIND ways[far][2] AS i
        RETURN i, far + 1 AS own, null AS of_plan
        UNION ALL
        UNWIND planned AS one
        RETURN one.task AS i, null AS own, one.length AS of_plan
    }
    WITH i, coalesce(min(own), min(of_plan)) AS length
    MATCH (i)-[:PART_OF]->(d:Document)
    WITH i, d ORDER BY length, d.key, i.id
    SKIP $given.offset LIMIT $given.limit
    RETURN collect(i) AS items, collect(DISTINCT d) AS documents_of_page, collect([i, d]) AS both
}
CALL (items, documents_of_page, both) {
    WITH items, documents_of_page AS documents, both
    {{chained_task_page}}
    RETURN of_page
}
RETURN {{rows_of_ways}}
    + [['tasks_of_documents', documents, counts], ['document_keys', documents, keys],
        ['task_ids_of_documents', [one IN first | one.plan.id], ids]] + of_page AS rows
