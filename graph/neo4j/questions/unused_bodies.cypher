// Bodies that the registry does not know and that nothing names any more go.
UNWIND $numbers AS number
MATCH (b:Chidao {id: number})
WHERE NOT b.registered AND NOT EXISTS { (b)<-[:LED_BY|SUPPORTED_BY|ISSUED_BY]-() }
    AND NOT EXISTS { MATCH (o:Chidao {parent: b.key}) }
    AND NOT EXISTS { MATCH (o:Chidao {successor: b.key}) }
WITH b, b.parent AS parent, b.successor AS successor
DETACH DELETE b
RETURN parent, successor
