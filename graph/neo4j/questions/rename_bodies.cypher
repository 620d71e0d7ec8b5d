UNWIND $given.renamed AS row
MATCH (old:Chidao {id: row.old})<-[p:LED_BY|SUPPORTED_BY {text: row.printed}]-(i:Task)
    -[:PART_OF]->(:Document)-[:READ_FROM]->(s:Source)
WHERE coalesce(s.issuer = row.issuer, s.issuer IS NULL AND row.issuer IS NULL)
    AND coalesce(s.jurisdiction = row.place, s.jurisdiction IS NULL AND row.place IS NULL)
MATCH (new:Chidao {id: row.new})
CREATE (i)-[e:$(type(p))]->(new) SET e = properties(p)
DELETE p
