MATCH (b:Chidao {id: $given.source})
RETURN null AS document, null AS number, null AS start, null AS stop, 'registry' AS rule, b.name
