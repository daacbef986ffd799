// Package handtest has tests alone: they edit published DOT as people and programs do, merge it,
// build again, change the case and build once more, and hold what comes out to what was edited
// and to how lines stand by the case. They know DOT as text, and nothing of how a merge is done.
package handtest

import (
	"testing"

	"example.org/graphgen/internal/render/workertest"
)

func TestMain(m *testing.M) { workertest.Main(m) }
