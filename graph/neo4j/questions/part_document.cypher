// What `Documents` asks of a document `d` besides its place: mostly nothing.
CASE
    WHEN $given.keys IS NULL AND $given.type IS NULL AND $given.standing IS NULL
        AND $given.issuer IS NULL THEN true
    ELSE ($given.keys IS NULL OR d.key IN $given.keys)
        AND ($given.type IS NULL OR d.type = $given.type)
        AND ($given.standing IS NULL OR d.standing = $given.standing)
        AND ($given.issuer IS NULL OR d.issuer_slug = $given.issuer)
END
