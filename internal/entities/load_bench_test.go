package entities

import (
	"fmt"
	"strings"
	"testing"
)

// largeCase is a case with n entities, and a claim and a relation for each.
func largeCase(n int) []byte {
	var b strings.Builder
	b.WriteString("{\n  \"version\": 1,\n  \"entities\": [")
	part := func(format string) {
		for i := range n {
			if i > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, format, i, i, (i+1)%n)
		}
	}
	part("\n    {\"id\": \"e%d\", \"type\": \"organization\", \"name\": {\"en\": \"Body %d\"}, \"country\": \"KH\", \"tags\": [\"t%d\"]}")
	b.WriteString("\n  ],\n  \"claims\": [")
	part("\n    {\"id\": \"c%d\", \"source\": \"s\", \"speaker\": \"e%d\", \"quote\": \"quoted words %d\", \"standing\": \"stated\"}")
	b.WriteString("\n  ],\n  \"relations\": [")
	part("\n    {\"id\": \"r%d\", \"type\": \"part-of\", \"from\": \"e%d\", \"to\": \"e%d\", \"claims\": [\"c0\"]}")
	b.WriteString("\n  ]\n}\n")
	return []byte(b.String())
}

func BenchmarkLoad100000Entities(b *testing.B) {
	data := largeCase(100_000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Load("case.json", data); len(problems) > 0 {
			b.Fatal(problems[0])
		}
	}
}

func BenchmarkPlaceInALongList(b *testing.B) {
	file, _ := Load("case.json", largeCase(100_000))
	for b.Loop() {
		file.Place("/relations/99999/to")
	}
}
