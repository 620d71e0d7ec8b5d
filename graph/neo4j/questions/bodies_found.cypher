CALL db.index.fulltext.queryNodes('chidao_bodies', $given.words) YIELD node AS b
RETURN collect([b.id, b.key, b.name]) AS rows
