"""Every address: readers' pages under a language, the API and the admin beside them."""

urlpatterns = []
