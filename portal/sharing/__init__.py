"""Sharing: exhibits on other sites (embed, oEmbed), how to cite them, and what search engines read of them."""
