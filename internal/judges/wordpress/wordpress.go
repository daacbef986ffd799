// Package wordpress asks WordPress, for tests, what it lets an author put into a post. It
// needs PHP and WordPress's files, and neither a web server nor a database.
package wordpress

import (
	"bytes"
	_ "embed"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"example.org/graphgen/internal/judges"
)

//go:embed filter.php
var program string

// Filter returns what WordPress leaves of HTML in a post of an author who may not write
// unfiltered HTML: its function wp_kses_post, with the tags and attributes of
// $allowedposttags. GRAPHGEN_WORDPRESS names WordPress's folder.
func Filter(t testing.TB, html string) string {
	t.Helper()
	folder, err := filepath.Abs(judges.File(t, "GRAPHGEN_WORDPRESS"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(judges.Program(t, "php"), "-d", "display_errors=stderr", "-r", strings.TrimPrefix(program, "<?php"), "--", folder)
	cmd.Stdin = strings.NewReader(html)
	var messages bytes.Buffer
	cmd.Stderr = &messages
	filtered, err := cmd.Output()
	if err != nil || messages.Len() > 0 {
		t.Fatalf("wordpress: %v\n%s", err, messages.Bytes())
	}
	return string(filtered)
}
