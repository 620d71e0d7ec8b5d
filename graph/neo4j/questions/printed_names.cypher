UNWIND $given.bodies AS number
MATCH (b:Chidao {id: number})
CALL (b) {
    MATCH (b)<-[p:LED_BY|SUPPORTED_BY]-(:Task)-[:PART_OF]->(:Document)-[:READ_FROM]->(s:Source)
    RETURN p.text AS text, s.issuer AS issuer, s.jurisdiction AS jurisdiction
    UNION
    MATCH (b)<-[:ISSUED_BY]-(d:Document)
    RETURN d.issuer AS text, null AS issuer, d.jurisdiction AS jurisdiction
}
RETURN collect([b.id, text, issuer, jurisdiction]) AS rows
