// The bodies of a key or name with all that are part of them; with their history also those that
// came after and before them, by the day asked.
CALL () {
    MATCH (b:Chidao:Body {key: $given.key}) WHERE NOT b.key STARTS WITH '*/'
    RETURN b
    UNION
    UNWIND $given.names AS name
    CALL db.index.fulltext.queryNodes(
        'chidao_body_names', '"' + CASE name WHEN '' THEN '-' ELSE name END + '"'
    ) YIELD node AS b
    RETURN b
}
CALL (b) {
    RETURN b AS one
    UNION
    MATCH (b) (()-[s:SUCCEEDED_BY WHERE s.date <= date($given.as_of)]->())+ (one:Body)
    WHERE $given.history
    RETURN one
    UNION
    MATCH (b) (()<-[s:SUCCEEDED_BY WHERE s.date <= date($given.as_of)]-())+ (one:Body)
    WHERE $given.history AND NOT one.key STARTS WITH '*/'
    RETURN one
}
MATCH (part:Body)-[:PART_OF]->{0,}(one)
WITH DISTINCT part.id AS number ORDER BY number
RETURN collect([number]) AS rows
