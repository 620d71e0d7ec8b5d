MATCH (n:Chidao {key: $plan})
{{beside}}
