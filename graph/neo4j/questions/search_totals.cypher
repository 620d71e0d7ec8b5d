RETURN [[COUNT {
    CALL db.index.fulltext.queryNodes('chidao_documents', $given.words) YIELD node RETURN node
}, COUNT {
    CALL db.index.fulltext.queryNodes('chidao_tasks', $given.words) YIELD node RETURN node
}, COUNT {
    CALL db.index.fulltext.queryNodes('chidao_bodies', $given.words) YIELD node RETURN node
}]] AS rows
