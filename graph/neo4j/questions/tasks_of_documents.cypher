UNWIND $given.documents AS number
MATCH (d:Chidao {id: number})
CALL (d) {
    MATCH (d)<-[:PART_OF]-(i:Task)
    WHERE {{filters}}
    RETURN count(*) AS many
}
WITH number, many WHERE many > 0
RETURN collect([number, many]) AS rows
