"""What stands in figures: amounts, sums of money and dates, each with the words that carry it."""
