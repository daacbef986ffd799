// Package dash says how a line is broken by how it stands, once for all that draws: pictures,
// published DOT and graphs for other programs. It must never know who draws it, or in which form.
package dash

import (
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/render/scene"
)

// Of breaks a line by how it stands. Only what is on record or stated is ever solid, and no two
// of the others are broken alike. What nobody says has no standing, and is broken most.
func Of(s entities.Standing) scene.Dash {
	switch s {
	case entities.Record, entities.Stated:
		return scene.Solid
	case entities.Alleged:
		return scene.Dashed
	case entities.Contested:
		return scene.Uneven
	case entities.Lapsed:
		return scene.Phantom
	case entities.Rumoured:
		return scene.Dotted
	}
	return scene.Sparse
}
