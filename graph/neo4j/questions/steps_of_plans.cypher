UNWIND $given.documents AS number
MATCH (p:Chidao {id: number})-[a:AIMS_AT]->(d:Document) WHERE a.relation IN $given.relations
RETURN collect([p.id, a.relation, d.id, d.key, a.start, a.stop, a.rule, a.quote]) AS rows
