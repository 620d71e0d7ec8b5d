MATCH (d:Chidao:Document {key: $given.key}) RETURN d.id
