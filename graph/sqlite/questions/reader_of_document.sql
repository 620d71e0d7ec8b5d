SELECT reader FROM loaded WHERE document_id = :document
