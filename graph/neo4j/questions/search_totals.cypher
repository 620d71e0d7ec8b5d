RETURN
    COUNT { CALL db.index.fulltext.queryNodes('chidao_documents', $words) YIELD node RETURN node },
    COUNT { CALL db.index.fulltext.queryNodes('chidao_tasks', $words) YIELD node RETURN node },
    COUNT { CALL db.index.fulltext.queryNodes('chidao_bodies', $words) YIELD node RETURN node }
