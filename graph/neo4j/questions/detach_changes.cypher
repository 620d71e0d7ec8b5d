MATCH (s:Chidao {of_document: $given.document})
OPTIONAL MATCH (s)-[old:CHANGES]->()
DELETE old
