"""What text may enter an XML part: control characters that XML forbids are dropped, nothing else changes."""

XML_SAFE = {code: None for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF) if code not in (0x09, 0x0A)}
