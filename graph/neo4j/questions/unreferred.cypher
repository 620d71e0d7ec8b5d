// Documents that are only cited, and that nothing refers to any more, go.
UNWIND $given.numbers AS number
MATCH (d:Chidao {id: number})
WHERE d.standing = 'cited' AND NOT EXISTS { (d)<-[:REFERS_TO|CANDIDATE]-() }
    AND NOT EXISTS { (d)-[:{{relations}}]-(:Document) }
WITH d, d.key AS key
DETACH DELETE d
RETURN collect([key]) AS rows
