package scene

import "fmt"

// Scheme is the surroundings that a picture is made for.
type Scheme string

const (
	// Either is whatever surroundings the page or the reader has.
	Either Scheme = "auto"
	// LightOnly is light ones, whatever the reader prefers.
	LightOnly Scheme = "light"
	// DarkOnly is dark ones.
	DarkOnly Scheme = "dark"
)

// SchemeOf is the scheme of a name, and an error for a name that is none.
func SchemeOf(name string) (Scheme, error) {
	switch s := Scheme(name); s {
	case Either, LightOnly, DarkOnly:
		return s, nil
	}
	return "", fmt.Errorf("%q is no scheme: want %s, %s or %s", name, Either, LightOnly, DarkOnly)
}

// In is the colour in surroundings of one kind, or, where those are open, as it is.
func (c Colour) In(s Scheme) Colour {
	switch s {
	case LightOnly:
		c.Dark = c.Light
	case DarkOnly:
		c.Light = c.Dark
	}
	return c
}

// InScheme returns the items in their colours for surroundings.
func InScheme(items []Item, s Scheme) []Item {
	if s != LightOnly && s != DarkOnly {
		return items
	}
	coloured := make([]Item, len(items))
	for i, item := range items {
		switch it := item.(type) {
		case *Group:
			group := *it
			group.Items = InScheme(it.Items, s)
			coloured[i] = &group
		case Shape:
			it.Fill, it.Stroke = it.Fill.In(s), it.Stroke.In(s)
			coloured[i] = it
		case Text:
			it.Fill, it.Halo = it.Fill.In(s), it.Halo.In(s)
			coloured[i] = it
		}
	}
	return coloured
}
