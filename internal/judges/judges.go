// Package judges finds the programs and data of other makers that tests ask for a verdict:
// Debian's dot, xmllint, Chromium, Hugo, code lists. It is for tests alone. Rooms below it are
// for judges that take more than a path.
package judges

import (
	"encoding/json"
	"os"
	"os/exec"
	"testing"
)

// Required tells whether a judge that is missing must fail its test, as where everything is
// tested before it is published.
func Required() bool { return os.Getenv("GRAPHGEN_JUDGES") == "require" }

// Program returns the path of a program. Where it is missing, the test is skipped or fails.
func Program(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		Missing(t, name)
	}
	return path
}

// Missing skips a test for want of a judge, or fails it where judges are required.
func Missing(t testing.TB, what string) {
	t.Helper()
	if Required() {
		t.Fatalf("%s is not here, and GRAPHGEN_JUDGES requires it", what)
	}
	t.Skipf("%s is not here: not judged", what)
}

// Codes reads one of the lists of Debian's package iso-codes, such as iso_4217. Where it is missing, the
// test is skipped or fails.
func Codes(t testing.TB, list string, into any) {
	t.Helper()
	path := "/usr/share/iso-codes/json/" + list + ".json"
	data, err := os.ReadFile(path)
	if err != nil {
		Missing(t, path+" of the package iso-codes")
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// File returns the path of a file or a folder that an environment variable names. Where there is none,
// the test is skipped or fails.
func File(t testing.TB, variable string) string {
	t.Helper()
	path := os.Getenv(variable)
	if path == "" {
		Missing(t, variable)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%s: %v", variable, err)
	}
	return path
}
