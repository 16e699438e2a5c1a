"""The API of this app: its resources, and what is computed from them."""

from vendors.api.changes import router as changes_router
from vendors.api.comparison import router as comparison_router
from vendors.api.cost import router as cost_router
from vendors.api.landscapes import router as landscapes_router
from vendors.api.resources import router
from vendors.api.tariffs import router as tariffs_router

router.add_router("", changes_router)
router.add_router("", comparison_router)
router.add_router("", cost_router)
router.add_router("", landscapes_router)
router.add_router("", tariffs_router)

__all__ = ["router"]
