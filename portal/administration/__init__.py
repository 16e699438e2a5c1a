"""The research team's side: what all admin pages share, the group Editors, and uploads."""
