MATCH (d:Chidao:Document {place: $given.place}) WHERE {{document}}
RETURN [[count(d)]] AS rows
