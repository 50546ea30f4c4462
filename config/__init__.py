"""How one installation is put together: settings and addresses; no behaviour."""
