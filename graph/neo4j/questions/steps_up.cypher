UNWIND $given.documents AS number
MATCH (s:Chidao {id: number})
WITH s, $given.relations AS relations
{{steps_up}}
