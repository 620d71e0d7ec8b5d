// The documents that a text's citations mean or may mean, as those who cite them tell.
MATCH (t:Chidao {id: $given.document})
MATCH (t)<-[:MENTIONED_IN]-(:Citation)-[:REFERS_TO|CANDIDATE]->(d:Document)
WITH DISTINCT d
UNWIND d.accounts AS account
WITH d, account WHERE account STARTS WITH '["cited"'
WITH [d.key, account] AS row
ORDER BY d.key
RETURN collect(row) AS rows
