WITH $given.documents AS documents
{{texts}}
