UNWIND $given.meanings AS row
MATCH (c:Chidao {key: row.citation})
SET c += row.told
WITH c, row
CALL (c) {
    MATCH (c)-[old:REFERS_TO|CANDIDATE]->() DELETE old
}
CALL (c, row) {
    MATCH (d:Chidao {key: row.meaning})
    CREATE (c)-[:REFERS_TO {method: row.told.method, status: row.told.status}]->(d)
}
CALL (c, row) {
    UNWIND row.others AS other
    MATCH (d:Chidao:Document {key: other})
    MERGE (c)-[:CANDIDATE]->(d)
}
