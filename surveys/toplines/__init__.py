"""Every question of a wave by the same breaks, as every public reader may see it: toplines and banner tables."""
