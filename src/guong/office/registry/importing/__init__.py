"""From a workbook to the register: read, recognise, compare, write; and the workbooks that go out."""
