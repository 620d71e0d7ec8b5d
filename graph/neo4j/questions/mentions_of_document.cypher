MATCH (:Chidao {id: $given.document})<-[:MENTIONED_IN]-(c:Citation)
WHERE c.mention IS NOT NULL
RETURN c.mention
ORDER BY c.ordinal
