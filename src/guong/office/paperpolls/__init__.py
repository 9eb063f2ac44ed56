"""Bỏ phiếu giấy tại chỗ: a cell elects or decides on the spot, on paper alone (DESIGN §4.5, decision 0026). No urn here."""
