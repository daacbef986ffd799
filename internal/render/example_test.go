package render_test

import (
	"bytes"
	"context"
	"fmt"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
)

func Example() {
	c := &entities.Case{
		Language: "en",
		Entities: []entities.Entity{
			{ID: "mill", Type: entities.Organization, Name: entities.Text{"": "Mill Co"}},
			{ID: "ada", Type: entities.Person, Name: entities.Text{"": "Ada Berg"}},
			{ID: "watch", Type: entities.Organization, Name: entities.Text{"": "Mill Watch"}},
		},
		Claims:    []entities.Claim{{ID: "paid", Speaker: "watch", Quote: "paid her", Standing: entities.Alleged}},
		Relations: []entities.Relation{{ID: "bribe", Type: "bribed", From: "mill", To: "ada", Claims: []string{"paid"}}},
		Views:     []entities.View{{ID: "bribes", Title: entities.Text{"": "Who bribed whom"}}},
	}
	engine := graphviz.New(graphviz.Options{})
	defer engine.Close()

	x := entities.NewIndex(c)
	drawing, err := render.New(x, engine, "").Draw(context.Background(), network.New(x).View(&c.Views[0]))
	if err != nil {
		fmt.Println(err)
		return
	}
	for line := range bytes.Lines(drawing.SVG) {
		if bytes.Contains(line, []byte("<title>Mill Co — ")) {
			fmt.Printf("%s", bytes.TrimLeft(line, " "))
		}
	}
	// Output:
	// <title>Mill Co — bribed — Ada Berg (alleged by Mill Watch)</title>
	// <title>Mill Co — organization</title>
}
