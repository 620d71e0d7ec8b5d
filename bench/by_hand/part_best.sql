coalesce((
    SELECT json_array(coalesce(e.words, {{quote_of_text}}), e.document, e.start, e.stop, e.rule)
    FROM evidence AS e INDEXED BY evidence_document
    WHERE e.document_id = h.own AND e.source_id = h.source AND e.relation = h.relation
        AND e.target_id = h.target
    ORDER BY e.start, e.stop, e.rule LIMIT 1
), (
    SELECT json_array(coalesce(e.words, {{quote_of_text}}), e.document, e.start, e.stop, e.rule)
    FROM evidence AS e
    WHERE e.source_id = h.source AND e.relation = h.relation AND e.target_id = h.target
    ORDER BY e.registered, e.document, e.start, e.stop, e.rule LIMIT 1
))
