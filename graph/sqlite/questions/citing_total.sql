SELECT count(*) FROM citations WHERE meaning_id = :document
