package words

import "example.org/graphgen/internal/entities"

var english = Catalog{
	Lang: "en",
	types: map[entities.EntityType]string{
		entities.Locality: "place",
	},
	standing: map[entities.Standing]string{
		entities.Record:    "on record",
		entities.Stated:    "stated by a named source",
		entities.Alleged:   "alleged",
		entities.Rumoured:  "unsubstantiated",
		entities.Contested: "disputed",
	},
	months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December"},
	seasons:     [4]string{"spring", "summer", "autumn", "winter"},
	comma:       ", ",
	and:         " and ",
	dayOfMonth:  "%s %s",
	monthOfYear: "%s %s",
	yearOnly:    "%s",
}
