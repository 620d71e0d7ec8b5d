CALL db.index.fulltext.queryNodes('chidao_bodies', $given.words) YIELD node AS b
RETURN b.id, b.key, b.name
