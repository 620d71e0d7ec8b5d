MATCH (m:Chidao {id: $given.document})
CALL (m) {
{{citing_page}}
}
RETURN rows
