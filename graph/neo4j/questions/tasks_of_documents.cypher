WITH $given.documents AS documents
{{tasks_of_documents}}
