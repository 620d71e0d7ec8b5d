MATCH (d:Chidao:Document {place: $given.place}) WHERE {{document}}
{{documents_page}}
