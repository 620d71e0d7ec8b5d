{{due_recurring}}
