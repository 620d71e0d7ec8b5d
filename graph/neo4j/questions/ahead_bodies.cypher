CALL db.index.fulltext.queryNodes('chidao_bodies', $given.words) YIELD node AS b
WHERE coalesce(b.valid_from <= date($given.as_of), true)
WITH collect([b.id, b.key, b.name]) AS found
CALL (found) {
    RETURN 'bodies_found' AS name, $given.words AS asked, found AS rows
    UNION ALL
    WITH CASE WHEN size(found) <= $given.limit THEN [one IN found | one[0]] ELSE [] END AS bodies
    CALL (bodies) {
        {{body_rows}}
    }
    RETURN 'body_rows' AS name, bodies AS asked, rows
}
RETURN collect([name, asked, rows]) AS rows
