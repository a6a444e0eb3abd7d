"""Whether a folder of docs holds what it says: links, anchors, code, and that its programs run."""
