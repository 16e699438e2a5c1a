"""Banner books: all tables of a wave by the same columns as one workbook, as survey tools deliver them."""
