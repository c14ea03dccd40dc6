"""ESA's money. Every figure keeps its measure; nothing here adds, ranks or divides amounts across measures."""
