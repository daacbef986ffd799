package accusing_test

import (
	"strconv"
	"testing"
)

func unescape(t *testing.T, label string) string {
	t.Helper()
	text, err := strconv.Unquote(`"` + label + `"`)
	if err != nil {
		t.Fatalf("%s: %v", label, err)
	}
	return text
}
