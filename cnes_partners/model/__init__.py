"""The model: what a partner, a mission, an amount and a disagreement are. It imports nothing of ours but `frozen`."""
