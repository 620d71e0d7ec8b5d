// Tasks with the words themselves come before those with longer ones, and fill the page.
CALL () {
    CALL db.index.fulltext.queryNodes('chidao_documents', 'tuyen* AND truyen*') YIELD node
    RETURN count(node) AS documents
}
CALL () {
    CALL db.index.fulltext.queryNodes('chidao_bodies', 'tuyen* AND truyen*') YIELD node
    RETURN count(node) AS bodies
}
CALL () {
    CALL db.index.fulltext.queryNodes('chidao_tasks', 'tuyen* AND truyen*') YIELD node
    RETURN count(node) AS tasks
}
CALL () {
    CALL db.index.fulltext.queryNodes('chidao_tasks', 'tuyen AND truyen') YIELD node AS i
    MATCH (i)-[:PART_OF]->(d:Document)
    WITH i, d.key AS key ORDER BY key, i.id LIMIT 100
    RETURN collect([key, i.path, i.text, toString(i.due_latest)]) AS rows
}
RETURN documents + bodies + tasks AS total, rows
