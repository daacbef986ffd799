package places_test

import (
	"fmt"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/places"
)

// One line of the view passes the second rank on its way to Laos, between two countries.
func ExamplePlaces_Bytes() {
	p := places.Places{View: "flows", Direction: entities.LeftRight, Ranks: [][]string{
		{"gangs"}, {"thailand", places.Passing + "gangs-in-laos", "malaysia"}, {"laos"},
	}}
	fmt.Print(string(p.Bytes()))
	// Output:
	// {
	//   "version": 1,
	//   "view": "flows",
	//   "direction": "LR",
	//   "ranks": [
	//     ["gangs"],
	//     ["thailand", "~gangs-in-laos", "malaysia"],
	//     ["laos"]
	//   ]
	// }
}
