UNWIND $given.documents AS number
MATCH (t:Chidao {id: number})
WITH t, $given.relations AS relations
{{steps_down}}
