"""The JSON API's machinery: resources described once, and what lists, files and documents are made from them."""
