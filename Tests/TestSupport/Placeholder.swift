// Shared helpers.
