{{implementing}}
