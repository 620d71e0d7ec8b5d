{{due_dated}}
