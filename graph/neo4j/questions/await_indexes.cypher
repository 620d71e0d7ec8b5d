CALL db.awaitIndexes($given.seconds)
