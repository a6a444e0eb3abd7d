"""How `cases/` are built, compared, type-checked and called."""
