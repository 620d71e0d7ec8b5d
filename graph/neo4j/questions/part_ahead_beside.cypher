// What is asked of the nodes that stand `beside`, and of the edges to them, where they are few:
// labels by ids, and places by edges.
WITH [one IN few WHERE one[2] = 'document' | one[3]] AS numbers
CALL (numbers) {
    {{label_documents}}
}
RETURN 'label_documents' AS name, numbers AS asked, rows
UNION ALL
WITH [one IN few WHERE one[2] = 'task' | one[3]] AS numbers
CALL (numbers) {
    {{label_tasks}}
}
RETURN 'label_tasks' AS name, numbers AS asked, rows
UNION ALL
WITH [one IN few WHERE one[2] = 'body' | one[3]] AS numbers
CALL (numbers) {
    {{label_bodies}}
}
RETURN 'label_bodies' AS name, numbers AS asked, rows
UNION ALL
WITH [edge IN ties WHERE edge[4] = 'places_of_item'] AS edges
CALL (edges) {
    {{places_of_item}}
}
RETURN 'places_of_item' AS name, [edge IN edges | edge[0]] AS asked, rows
UNION ALL
WITH [edge IN ties WHERE edge[4] = 'places_of_target'] AS edges
CALL (edges) {
    {{places_of_target}}
}
RETURN 'places_of_target' AS name, [edge IN edges | edge[0]] AS asked, rows
