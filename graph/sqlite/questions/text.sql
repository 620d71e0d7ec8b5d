SELECT text FROM texts WHERE document_id = :document
