MATCH (e:Chidao) WHERE e.told_by IN $given.documents
WITH e, e.source AS source, e.relation AS relation, e.target AS target
DELETE e
RETURN collect(DISTINCT [source, relation, target]) AS rows
