"""What officers did: append-only, chained by digests, never anything about a ballot."""
