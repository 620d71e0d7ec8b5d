UPDATE phrases SET body_id = :new
WHERE body_id = :old AND text = :printed AND item_id IN (
    SELECT i.id FROM loaded AS l
    CROSS JOIN items AS i ON i.document_id = l.document_id
    WHERE l.issuer IS :issuer AND l.jurisdiction IS :place
)
