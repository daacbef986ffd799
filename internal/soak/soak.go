// Package soak tells tests how much to try. Plainly, `go test ./...` tries a part of what chance
// or a long list decides, for whoever works on the code. .ci/run sets GRAPHGEN_SOAK=1 and has all
// of it tried; GRAPHGEN_SOAK=long tries what takes many minutes. It is for tests alone.
package soak

import (
	"os"
	"testing"
)

// variable says how much is tried.
const variable = "GRAPHGEN_SOAK"

// On tells whether everything is tried.
func On() bool { return os.Getenv(variable) != "" }

// Long tells whether what takes many minutes is tried as well.
func Long() bool { return os.Getenv(variable) == "long" }

// Cases returns how many cases are tried: all of them, or some where time is short.
func Cases(all, some int) int {
	if On() {
		return all
	}
	return some
}

// Only skips a test where time is short.
func Only(t testing.TB, why string) {
	t.Helper()
	if !On() {
		t.Skipf("%s; set %s=1", why, variable)
	}
}
