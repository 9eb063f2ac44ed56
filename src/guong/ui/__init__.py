"""Base pages, design tokens and template tags that every room's pages share."""
