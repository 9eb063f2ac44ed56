"""Bàn biên tập ý kiến: the only room that reads what voters wrote; two officers from outside the unit make it safe to hand on."""
