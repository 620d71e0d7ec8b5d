WITH $given.documents AS documents
{{steps_of_plans}}
