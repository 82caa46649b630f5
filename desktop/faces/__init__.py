"""Who is this: find, align, embed, judge, follow, match and recognise faces."""
