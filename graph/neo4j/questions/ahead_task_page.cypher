UNWIND $given.tasks AS number
MATCH (i:Chidao {id: number})-[:PART_OF]->(d:Document)
{{ahead_tasks}}
RETURN [
    ['task_rows', tasks, page],
    ['task_phrases', {each: tasks}, phrases],
    ['task_recurrences', {each: tasks}, rules]
] AS rows
