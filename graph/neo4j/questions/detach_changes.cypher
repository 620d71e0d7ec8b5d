MATCH (s:Chidao {of_document: $document})
OPTIONAL MATCH (s)-[old:CHANGES]->()
DELETE old
