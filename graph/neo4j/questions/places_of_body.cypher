UNWIND $given.edges AS edge
MATCH (b:Chidao {id: edge[1]})
RETURN collect([edge[0], null, null, null, null, 'registry', b.name]) AS rows
