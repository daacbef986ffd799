package main

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const topFolder = "../.."

// TestSecurityPageIsTrue holds the limits that docs/security.md states to the program's own, and
// the fuzz targets that it names to those there are.
func TestSecurityPageIsTrue(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(topFolder, "docs", "security.md"))
	if err != nil {
		t.Fatal(err)
	}
	limits, targets := 0, 0
	for _, row := range regexp.MustCompile("(?m)^\\| [^|]+ \\|(?: ([^|`]+) \\|)? `([^`]+)` `([^`]+)` \\|$").FindAllStringSubmatch(string(page), -1) {
		if row[1] == "" {
			targets++
			if !declares(t, row[2], "_test.go", "func "+row[3]+"(f *testing.F)") {
				t.Errorf("%s has no %s", row[2], row[3])
			}
			continue
		}
		limits++
		if got := stated(constantOf(t, row[2], row[3]), row[1]); got != row[1] {
			t.Errorf("%s.%s is %s, and the page says %s", row[2], row[3], got, row[1])
		}
	}
	if limits < 20 || targets < 15 {
		t.Errorf("%d limits and %d targets are read from the page", limits, targets)
	}
}

// stated writes a number as the page does: in MiB where the page has those.
func stated(n int64, as string) string {
	if strings.HasSuffix(as, " MiB") {
		return strconv.FormatInt(n>>20, 10) + " MiB"
	}
	if n >= 1_000_000_000 { // a duration
		return strconv.FormatInt(n/1_000_000_000, 10)
	}
	digits := strconv.FormatInt(n, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// constantOf evaluates a constant of a package that is made of numbers.
func constantOf(t *testing.T, folder, name string) int64 {
	t.Helper()
	set := token.NewFileSet()
	paths, err := filepath.Glob(filepath.Join(topFolder, folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	value := int64(-1)
	for _, path := range paths {
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Names) != len(spec.Values) {
				return true
			}
			for i, named := range spec.Names {
				if named.Name != name {
					continue
				}
				words := strings.NewReplacer("time.Second", "1000000000", "time.Minute", "60000000000").Replace(types.ExprString(spec.Values[i]))
				got, err := types.Eval(set, nil, token.NoPos, words)
				if err != nil {
					t.Errorf("%s.%s: %v", folder, name, err)
					continue
				}
				value, _ = constant.Int64Val(got.Value)
			}
			return true
		})
	}
	return value
}

func declares(t *testing.T, folder, ending, words string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(topFolder, folder, "*"+ending))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if text, err := os.ReadFile(file); err == nil && strings.Contains(string(text), words) {
			return true
		}
	}
	return false
}

// TestNoNetwork holds that nothing of the program's own can open a connection, and that it has no
// client of the web in it. The engine that runs WASM and the reader of flags have package net for
// what is not used here.
func TestNoNetwork(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", `{{.ImportPath}} {{join .Imports " "}}`, ".").Output()
	if err != nil {
		t.Skip("go is not here")
	}
	for line := range strings.Lines(string(out)) {
		path, imported, _ := strings.Cut(strings.TrimSpace(line), " ")
		if path == "net/http" {
			t.Error("the program has package net/http")
		}
		own := strings.HasPrefix(path, "example.org/graphgen")
		if own && slices.ContainsFunc(strings.Fields(imported), func(p string) bool { return p == "net" || p == "net/http" }) {
			t.Errorf("%s imports package net", path)
		}
	}
}
