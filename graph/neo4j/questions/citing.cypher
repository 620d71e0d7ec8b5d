UNWIND $given.keys AS key
MATCH (d:Chidao:Document {key: key})
RETURN d.key, d.id, COLLECT { MATCH (d)<-[:MENTIONED_IN]-(c:Citation) RETURN c.name },
    COLLECT {
        MATCH (d)<-[:MENTIONED_IN]-(:Citation)-[:REFERS_TO|CANDIDATE]->(o:Document)
        RETURN DISTINCT o.id
    }
