"""What public readers may see of a table: hidden columns, refused filters, coarse numbers."""
