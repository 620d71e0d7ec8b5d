MATCH (d:Chidao:Document) WHERE {{document}}
{{documents_page}}
