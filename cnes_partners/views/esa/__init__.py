"""Views of ESA's money. Each says the measure it stands on."""
