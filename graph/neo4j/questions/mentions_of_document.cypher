MATCH (:Chidao {id: $given.document})<-[:MENTIONED_IN]-(c:Citation)
WHERE c.mention IS NOT NULL
WITH [c.mention] AS row
ORDER BY c.ordinal
RETURN collect(row) AS rows
