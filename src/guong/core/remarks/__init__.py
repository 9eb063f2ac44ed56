"""Rules of the remarks desk: what may tell who wrote, what two officers decide, how the digest is put together."""
