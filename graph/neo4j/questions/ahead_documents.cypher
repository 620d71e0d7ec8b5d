MATCH (d:Chidao:Document) WHERE {{document}}
{{ahead_documents}}
RETURN collect([name, asked, rows]) AS rows
