UNWIND $given.keys AS key
MATCH (d:Chidao:Document {key: key})
WITH [
    d.key, d.id, COLLECT { MATCH (d)<-[:MENTIONED_IN]-(c:Citation) RETURN c.name }, COLLECT {
        MATCH (d)<-[:MENTIONED_IN]-(:Citation)-[:REFERS_TO|CANDIDATE]->(o:Document)
        RETURN DISTINCT o.id
    }
] AS row
RETURN collect(row) AS rows
