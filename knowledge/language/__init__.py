"""How people write: words, spelling, stems and phrases, with no idea of what the phrases mean."""
