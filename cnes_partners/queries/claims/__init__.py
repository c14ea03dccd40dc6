"""What is stated about CNES's cooperation, held against what the dataset gives; docs/claims.md explains the rules."""
