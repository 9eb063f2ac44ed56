"""Keys, slips, envelopes, receipts, boxes: vetted primitives put together as formats §4-§8 says."""
