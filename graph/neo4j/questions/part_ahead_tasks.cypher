// What is told of `tasks`, the ids of those on a page.
UNWIND tasks AS number
MATCH (i:Chidao {id: number})-[:PART_OF]->(d:Document)
WITH i, d, {{said}} AS said
WITH collect({{row}}) AS page, collect({{phrases}}) AS phrases, collect({{recurrences}}) AS rules
UNWIND [
    ['task_rows', page],
    ['task_phrases', reduce(flat = [], some IN phrases | flat + some)],
    ['task_recurrences', reduce(flat = [], some IN rules | flat + some)]
] AS told
RETURN told[0] AS name, tasks AS asked, told[1] AS rows
