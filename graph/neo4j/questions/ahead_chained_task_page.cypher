UNWIND $given.tasks AS number
MATCH (i:Chidao {id: number})-[:PART_OF]->(d:Document)
WITH collect(i) AS items, collect(DISTINCT d) AS documents, collect([i, d]) AS both
{{chained_task_page}}
RETURN of_page AS rows
