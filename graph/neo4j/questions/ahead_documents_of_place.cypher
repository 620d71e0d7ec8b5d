MATCH (d:Chidao:Document {place: $given.place}) WHERE {{document}}
{{ahead_documents}}
RETURN collect([name + '_of_place', asked, rows]) AS rows
