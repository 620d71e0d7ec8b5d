// Of the tasks `items` on a page, their `documents`, and `both` as pairs: all that a page of chains needs.
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
    WITH s, collect(CASE WHEN e IS NOT NULL THEN [
        [s.id, toLower(type(e)), u.id, u.key],
        toString(s.id) + ' ' + toLower(type(e)) + ' ' + toString(u.id),
        [e.document, {{told_by}}, e.start, e.stop, e.rule, e.quote]
    ] END) AS steps
    RETURN collect(s.id) AS above, collect(steps) AS up
}
WITH both, documents, own, aims, above,
    reduce(flat = [], some IN up | flat + some) AS up
// The best place of each of these edges for each document on the page, where they are few.
CALL (documents, up) {
    UNWIND CASE WHEN size(documents) * size(up) <= $given.most THEN documents ELSE [] END AS p
    WITH p, up, COLLECT {
        MATCH (e:Chidao {told_by: p.id}) USING INDEX SEEK e:Chidao(told_by)
        WHERE e.edge IN [step IN up | step[1]]
        RETURN [e.edge, [e.document, e.told_by, e.start, e.stop, e.rule, e.words]]
        ORDER BY e.start, e.stop, e.rule
    } AS said
    UNWIND up AS step
    WITH [step[0][0], step[0][1], step[0][2], p.id] AS edge,
        coalesce(head([one IN said WHERE one[0] = step[1] | one[1]]), step[2]) AS place
    RETURN collect(edge) AS edges, collect([edge] + place) AS places
}
CALL (both) {
    UNWIND both AS one
    WITH one[0] AS i, one[1] AS d
    {{ahead_tasks}}
    RETURN tasks, page, phrases, rules
}
WITH [
    ['task_rows', tasks, page],
    ['task_phrases', {each: tasks}, phrases],
    ['task_recurrences', {each: tasks}, rules],
    ['steps_of_tasks', tasks, own],
    ['steps_of_plans', [d IN documents | d.id], aims],
    ['steps_up', above, [step IN up | step[0]]],
    ['best_places', edges, places]
] AS of_page
