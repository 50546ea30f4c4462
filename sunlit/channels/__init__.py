"""What was shown where: boards, media, hotline numbers, events, street signs, the joined site."""
