"""Pages of the register: units, import, scopes."""
