"""Base pages, design tokens, template tags and the sentence after an act that every room's pages share."""
