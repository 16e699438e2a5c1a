"""The API of this app: its resources, and tables that are computed from answers."""

from surveys.api.crosstab import router as crosstab_router
from surveys.api.datasets import router as datasets_router
from surveys.api.resources import router
from surveys.api.toplines import router as toplines_router

router.add_router("", datasets_router)
router.add_router("", crosstab_router)
router.add_router("", toplines_router)

__all__ = ["router"]
