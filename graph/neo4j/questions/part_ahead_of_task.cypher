// A key with # may be a document's too; `key` is not one of these.
OPTIONAL MATCH (same:Chidao:Document {key: $given.key})
RETURN 'document_of_key' AS name, $given.key AS asked,
    CASE WHEN same IS NULL THEN [] ELSE [[same.id]] END AS rows
