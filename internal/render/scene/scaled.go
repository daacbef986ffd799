package scene

// Scaled returns the items enlarged or made smaller around the origin, and then moved to x, y:
// paths, pens and letters alike. A halo stays as wide as halos are.
func Scaled(items []Item, x, y, scale float64) []Item {
	scaled := make([]Item, 0, len(items))
	for _, item := range items {
		switch it := item.(type) {
		case *Group:
			g := *it
			g.Items = Scaled(it.Items, x, y, scale)
			scaled = append(scaled, &g)
		case Shape:
			it.Path = it.Path.Placed(x, y, scale)
			it.Width *= scale
			scaled = append(scaled, it)
		case Text:
			it.X, it.Y, it.Size = x+float64(scale*it.X), y+float64(scale*it.Y), float64(scale*it.Size)
			scaled = append(scaled, it)
		}
	}
	return scaled
}
