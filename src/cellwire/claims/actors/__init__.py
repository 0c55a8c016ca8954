"""Who is named, by which words, and who stands where towards a trigger word."""
