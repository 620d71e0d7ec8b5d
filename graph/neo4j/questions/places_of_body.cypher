MATCH (b:Chidao {id: $given.source}) RETURN null, null, null, null, 'registry', b.name
