UNWIND $given.tasks AS number
MATCH (i:Chidao {id: number})-[:PART_OF]->(d:Document)
WITH collect(i) AS items, collect(DISTINCT d) AS documents, collect([i, d]) AS both
CALL (items) {
    UNWIND items AS i
    MATCH (i)-[a:{{relations}}]->(o:Document)
    WHERE toLower(type(a)) IN $given.relations
    RETURN collect([i.id, toLower(type(a)), o.id, o.key, a.start, a.stop, a.rule, a.quote]) AS own,
        collect(DISTINCT o) AS first
}
CALL (documents) {
    UNWIND documents AS p
    MATCH (p)-[a:AIMS_AT]->(o:Document) WHERE a.relation IN $given.relations
    RETURN collect([p.id, a.relation, o.id, o.key, a.start, a.stop, a.rule, a.quote]) AS aims,
        collect(DISTINCT o) AS then
}
CALL (first, then) {
    UNWIND first + then AS o
    MATCH (o)-[:IMPLEMENTS|CONTINUES|GUIDES*0..]->(s:Document)
    WITH DISTINCT s
    OPTIONAL MATCH (s)-[e:IMPLEMENTS|CONTINUES|GUIDES]->(u:Document)
    WITH s, collect([s.id, toLower(type(e)), u.id, u.key]) AS steps
    RETURN collect(s.id) AS above, collect(steps) AS up
}
CALL (both) {
    UNWIND both AS one
    WITH one[0] AS i, one[1] AS d
    {{ahead_tasks}}
    RETURN tasks, page, phrases, rules
}
RETURN [
    ['task_rows', tasks, page], ['task_phrases', tasks, phrases], ['task_recurrences', tasks, rules],
    ['steps_of_tasks', tasks, own],
    ['steps_of_plans', [d IN documents | d.id], aims],
    ['steps_up', above, [
        step IN reduce(flat = [], some IN up | flat + some) WHERE step[1] IS NOT NULL
    ]]
] AS rows
