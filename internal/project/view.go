package project

import (
	"fmt"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// UnknownViewError says that a case has no view of an id.
type UnknownViewError struct {
	ID    string
	Views []string // that it has
}

func (e *UnknownViewError) Error() string { return fmt.Sprintf("the case has no view %q", e.ID) }

// ExpectView returns an *UnknownViewError where a case has no view of an id.
func ExpectView(c *entities.Case, id string) error {
	var ids []string
	for i := range c.Views {
		ids = append(ids, c.Views[i].ID)
	}
	if slices.Contains(ids, id) {
		return nil
	}
	return &UnknownViewError{id, ids}
}

// View is what the view of an id shows; without an id it is all of the case.
func (c *Checked) View(id string) (*network.View, error) {
	if id == "" {
		return c.Network.View(everything()), nil
	}
	of := c.Network.Index().Case
	if err := ExpectView(of, id); err != nil {
		return nil, err
	}
	at := slices.IndexFunc(of.Views, func(v entities.View) bool { return v.ID == id })
	return c.Network.View(&of.Views[at]), nil
}

// everything is a view that leaves nothing out. Figures come only where they are named, and then
// so must the others be.
func everything() *entities.View {
	types := []string{"flow", "figure"}
	for _, t := range entities.EntityTypes() {
		types = append(types, string(t))
	}
	return &entities.View{ID: "all", Include: entities.Selection{Types: types}}
}
