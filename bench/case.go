//go:build linux

package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
)

const (
	nodesOfView = 30
	linesOfView = 40
)

// largeCase writes a case of so many circles and views, the same each time. A circle has 30
// entities with a tag and 40 relations, each with a claim of its own. Every view shows one
// circle; where there are more of them than circles, they begin again with the first.
func largeCase(circles, views int) []byte {
	random := rand.New(rand.NewPCG(30, 40))
	var entities, claims, relations, specs bytes.Buffer
	types := []string{"person", "ministry", "agency", "committee", "media", "organization"}
	for v := range circles {
		for n := range nodesOfView {
			fmt.Fprintf(&entities, ",\n{\"id\": \"e%d-%d\", \"type\": %q, \"name\": \"Ministry number %d of case %d\", \"tags\": [\"view%d\"]}",
				v, n, types[random.IntN(len(types))], n, v, v)
		}
		for l := range linesOfView {
			from := random.IntN(nodesOfView)
			to := (from + 1 + random.IntN(nodesOfView-1)) % nodesOfView
			fmt.Fprintf(&claims, ",\n{\"id\": \"c%d-%d\", \"source\": \"report\", \"speaker\": \"publisher\", \"standing\": \"stated\", \"quote\": \"met on day %d of case %d\"}",
				v, l, l, v)
			fmt.Fprintf(&relations, ",\n{\"id\": \"r%d-%d\", \"type\": \"met-with\", \"from\": \"e%d-%d\", \"to\": \"e%d-%d\", \"claims\": [\"c%d-%d\"]}",
				v, l, v, from, v, to, v, l)
		}
	}
	for v := range views {
		fmt.Fprintf(&specs, ",\n{\"id\": \"view%d\", \"title\": \"Case %d\", \"layout\": \"dot\", \"include\": {\"tags\": [\"view%d\"]}}", v, v, v%circles)
	}
	return fmt.Appendf(nil, `{"version": 1, "title": "Many views", "language": "en",
"sources": [{"id": "report", "type": "report", "title": "A report", "publisher": "publisher"}],
"entities": [{"id": "publisher", "type": "media", "name": "The publisher"}%s],
"claims": [%s],
"relations": [%s],
"views": [%s]}
`, &entities, trimmed(claims), trimmed(relations), trimmed(specs))
}

// trimmed is a list without the comma before its first element.
func trimmed(list bytes.Buffer) []byte { return bytes.TrimPrefix(list.Bytes(), []byte(",")) }
