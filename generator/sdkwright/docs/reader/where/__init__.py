"""Where everything stands: folders, pages, anchors, and which operations share a page."""
