MATCH (d:Chidao {id: $given.document})
CALL (d) {
    MATCH (d)<-[:MENTIONED_IN]-(:Citation)-[:REFERS_TO|CANDIDATE]->(o:Document)
    RETURN o.id AS number, null AS printed
    UNION
    MATCH (d)<-[:PART_OF]-(:Task)-[p:LED_BY|SUPPORTED_BY]->(b:Body)
    RETURN b.id AS number, p.text AS printed
}
RETURN collect([number, printed]) AS rows
