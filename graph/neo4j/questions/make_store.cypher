// The key makes a second one impossible.
MERGE (s:Chidao {key: 'chidao'})
ON CREATE SET s:Store, s.version = $given.version, s.generation = 0, s.next = 1, s.writer = ''
