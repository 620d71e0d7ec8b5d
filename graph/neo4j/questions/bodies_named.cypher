// The bodies of a key or name with all that are part of them.
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
MATCH (part:Body)-[:PART_OF]->{0,}(b)
WITH DISTINCT part.id AS number ORDER BY number
RETURN collect([number]) AS rows
