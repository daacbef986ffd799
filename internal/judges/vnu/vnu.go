// Package vnu asks the W3C's checker (https://github.com/validator/validator), for tests,
// whether pages are valid HTML.
package vnu

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"example.org/graphgen/internal/judges"
)

// Fault is what it says of a place in one of the pages.
type Fault struct {
	Page    int    // from 0
	Message string // with its kind: "error: Duplicate ID “a”."
	Extract string
}

// Judge asks it of whole pages, all at once, as it takes seconds to start. GRAPHGEN_VNU names
// its Java archive.
func Judge(t testing.TB, pages []string) []Fault {
	t.Helper()
	dir := t.TempDir()
	args := []string{"-jar", judges.File(t, "GRAPHGEN_VNU"), "--format", "json", "--stdout", "--exit-zero-always"}
	for i, page := range pages {
		path := filepath.Join(dir, strconv.Itoa(i)+".html")
		if err := os.WriteFile(path, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	out, err := exec.Command(judges.Program(t, "java"), args...).Output()
	if err != nil {
		message := ""
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			message = string(exit.Stderr)
		}
		t.Fatalf("vnu: %v\n%s", err, message)
	}
	var said struct {
		Messages []struct{ Type, URL, Message, Extract string }
	}
	if err := json.Unmarshal(out, &said); err != nil {
		t.Fatalf("vnu: %v\n%s", err, out)
	}
	var faults []Fault
	for _, m := range said.Messages {
		name := filepath.Base(m.URL)
		page, err := strconv.Atoi(name[:max(0, len(name)-len(".html"))])
		if err != nil {
			t.Fatalf("vnu: of no page: %+v", m)
		}
		faults = append(faults, Fault{page, m.Type + ": " + m.Message, m.Extract})
	}
	return faults
}
