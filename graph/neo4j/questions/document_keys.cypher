WITH $given.documents AS documents
{{document_keys}}
