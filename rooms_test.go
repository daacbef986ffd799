package graphgen_test

import (
	"bytes"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "example.org/graphgen/"

// room is a package, on all systems that it is built for.
type room struct {
	name     string // its folder, without internal/
	purpose  string // the first sentence of its doc comment, from the verb on
	imports  []string
	others   []string       // what it imports of other modules, by path
	lines    int            // without its tests
	files    map[string]int // their lines, by path
	forTests bool           // it is called so, imports package testing, or has tests alone
}

func nameOf(folder string) string { return strings.TrimPrefix(filepath.ToSlash(folder), "internal/") }

// readRooms reads the packages of the module as their files tell.
func readRooms(t *testing.T) map[string]*room {
	t.Helper()
	rooms, code := map[string]*room{}, map[string]bool{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		folder := filepath.Dir(path)
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || slices.Contains([]string{"testdata", "shared"}, d.Name())):
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go" || folder == ".":
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name := nameOf(folder)
		r := rooms[name]
		if r == nil {
			r = &room{name: name, files: map[string]int{}, forTests: true}
			rooms[name] = r
		}
		r.files[filepath.ToSlash(path)] = bytes.Count(data, []byte("\n"))
		f, err := parser.ParseFile(token.NewFileSet(), path, data, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		isTest := strings.HasSuffix(path, "_test.go")
		if r.purpose == "" || !isTest && f.Doc != nil {
			r.purpose = purposeOf(f, folder)
		}
		if !isTest {
			code[name] = true
			r.lines += r.files[filepath.ToSlash(path)]
			r.add(f)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range rooms {
		slices.Sort(r.imports)
		r.imports = slices.Compact(r.imports)
		r.forTests = !code[name] || strings.HasSuffix(name, "test") || slices.Contains(r.others, "testing")
		r.others = slices.DeleteFunc(r.others, func(path string) bool { return path == "testing" })
	}
	return rooms
}

// add notes what a file imports.
func (r *room) add(f *ast.File) {
	for _, spec := range f.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		first, _, _ := strings.Cut(path, "/")
		switch {
		case strings.HasPrefix(path, module):
			r.imports = append(r.imports, nameOf(strings.TrimPrefix(path, module)))
		case strings.Contains(first, ".") || path == "testing":
			r.others = append(r.others, path)
		}
	}
}

// purposeOf is the first sentence of a package's doc comment, from the verb on and up to a colon.
func purposeOf(f *ast.File, folder string) string {
	sentence := new(doc.Package).Synopsis(f.Doc.Text())
	for _, begin := range []string{"Package " + f.Name.Name + " ", "Command " + filepath.Base(folder) + " "} {
		sentence = strings.TrimPrefix(sentence, begin)
	}
	sentence, _, _ = strings.Cut(sentence+" ", ": ")
	sentence, _, _ = strings.Cut(sentence, "; ")
	return strings.TrimSuffix(strings.TrimSpace(sentence), ".")
}
