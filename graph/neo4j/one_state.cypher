// A statement that reads, with the number of writes before and after it: the same where all that it
// read is of one state. A sum is made before anything else is looked at, and the second look is one
// of its own, so that the server can neither put off the first nor remember it for the second.
OPTIONAL MATCH (s:Chidao {key: 'chidao'})
WITH coalesce(max(s.generation), 0) AS before
CALL () {
{{statement}}
}
OPTIONAL MATCH (s:Chidao {key: 'chidao'})
RETURN before, rows, coalesce(s.generation, 0) AS after
