CALL db.index.fulltext.queryNodes('chidao_bodies', $given.words) YIELD node AS b
WHERE coalesce(b.valid_from <= date($given.as_of), true)
RETURN collect([b.id, b.key, b.name]) AS rows
