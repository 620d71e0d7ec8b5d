MATCH (d:Chidao:Document) WHERE {{document}}
RETURN [[count(d)]] AS rows
