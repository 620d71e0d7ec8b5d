// Bodies that the registry does not know and that nothing names any more go.
UNWIND $given.numbers AS number
MATCH (b:Chidao {id: number})
WHERE NOT b.registered
    AND NOT EXISTS { (b)<-[:LED_BY|SUPPORTED_BY|ISSUED_BY|PART_OF|SUCCEEDED_BY]-() }
WITH b, b.parent AS parent, b.successor AS successor
DETACH DELETE b
RETURN collect([parent, successor]) AS rows
