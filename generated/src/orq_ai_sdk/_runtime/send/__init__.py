"""How a call is sent: one call, its attempts, its pages."""
