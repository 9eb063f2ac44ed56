"""Paper-only polls (DESIGN §4.5, decision 0026): a cell elects its board or decides on the spot, counted by hand.

`ballot` is what stands on the sheet, `counting` what a hand count must hold to, `outcome` what follows from it.
"""
