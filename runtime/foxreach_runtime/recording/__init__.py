"""Records real exchanges without a person's data, and answers from such a recording."""
