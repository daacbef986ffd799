package fonttrial

// TryFew is Try with some of a font's characters, for trying many fonts.
func TryFew(font []byte) error { return try(font, pairs()[:40], 120) }
