MATCH (n:Chidao {key: $task})
{{beside}}
