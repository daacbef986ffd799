package scene

// Mirrored returns the items as a mirror shows them that stands upright in the middle of a
// width: what is at the left comes to the right. Texts take their new places as they are, and
// read as before.
func Mirrored(items []Item, width float64) []Item {
	mirrored := make([]Item, 0, len(items))
	for _, item := range items {
		switch it := item.(type) {
		case *Group:
			g := *it
			g.Items = Mirrored(it.Items, width)
			mirrored = append(mirrored, &g)
		case Shape:
			it.Path = it.Path.mirrored(width)
			mirrored = append(mirrored, it)
		case Text:
			it.X = width - it.X
			switch it.Anchor {
			case Left:
				it.Anchor = Right
			case Right:
				it.Anchor = Left
			}
			mirrored = append(mirrored, it)
		}
	}
	return mirrored
}

func (p Path) mirrored(width float64) Path {
	other := make(Path, len(p))
	for i, s := range p {
		for j := range s.Points {
			s.Points[j].X = width - s.Points[j].X
		}
		other[i] = s
	}
	return other
}
