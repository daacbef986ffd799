// Package pagetest shows articles to judges that are not of this project: Chromium, axe-core,
// the W3C's checker, DOMPurify, WordPress's filter, Hugo, a parser of Markdown. It holds tests
// alone, and must never know how a form is made: what it judges is what a publisher gets.
// Each judge is shown planted faults as well, which it must find.
package pagetest

import (
	"testing"

	"example.org/graphgen/internal/judges/chromium"
	"example.org/graphgen/internal/render/workertest"
)

func TestMain(m *testing.M) { workertest.Main(chromium.Sharing{Tests: m}) }
