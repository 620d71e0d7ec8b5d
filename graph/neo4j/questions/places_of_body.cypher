MATCH (b:Chidao {id: $source}) RETURN null, null, null, null, 'registry', b.name
