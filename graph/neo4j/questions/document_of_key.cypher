MATCH (d:Chidao:Document {key: $key}) RETURN d.id
