package csv

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/soak"
)

// TestSheetsThroughLibreOffice has LibreOffice open every sheet, save it as a workbook, and
// write CSV of that: the same case must come of it, with what is in Khmer and Thai, and with
// what looks like a formula.
func TestSheetsThroughLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	soak.Only(t, "takes half a minute")
	office := judges.Program(t, "soffice")
	all := formatstest.Cases(t)
	delete(all, "full") // it has a number such as 1.5e3, which no spreadsheet writes that way again
	dir := t.TempDir()
	var first []string
	for name, c := range all {
		if name == "harbour" {
			c.Entities[0].Aliases = append(c.Entities[0].Aliases, "=1+1", "'=1", "a; b")
			c.Entities[1].Name = entities.Text{"en": "=HYPERLINK(\"https://example.org\")", "km": "+ភ្នំពេញ", "th": "@กรุงเทพ"}
		}
		e, err := Export(formatstest.Subject(t, c), formats.ExportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range e.Files {
			path := filepath.Join(dir, name+caseEnd+f.Name)
			if err := os.WriteFile(path, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
			first = append(first, path)
		}
	}
	// The sheets of all cases go together, as LibreOffice takes seconds to start.
	books := convert(t, office, dir, "xlsx", []string{`--infilter=Text - txt - csv (StarCalc):44,34,76,1`}, first)
	sheets := convert(t, office, filepath.Join(dir, "back"), "csv:Text - txt - csv (StarCalc):44,34,76", nil, books)
	back := map[string][]output.File{}
	for _, path := range sheets {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name, sheet, _ := strings.Cut(filepath.Base(path), caseEnd)
		back[name] = append(back[name], output.File{Name: sheet, Data: data})
	}
	for name, c := range all {
		got, _ := formatstest.Taken(t, Import, formats.ImportOptions{}, back[name]...)
		formatstest.Same(t, name, c, got)
	}
}

// caseEnd stands in a file's name between the case's name and the sheet's.
const caseEnd = "--"

// convert has LibreOffice write files in another form, and returns their paths.
func convert(t *testing.T, office, to, form string, options, files []string) []string {
	t.Helper()
	args := append([]string{"--headless", "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--convert-to", form, "--outdir", to}, options...)
	if out, err := exec.Command(office, append(args, files...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	ending, _, _ := strings.Cut(form, ":")
	var written []string
	for _, file := range files {
		path := filepath.Join(to, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+"."+ending)
		if _, err := os.Stat(path); err != nil {
			t.Fatalf("LibreOffice wrote no %s", filepath.Base(path))
		}
		written = append(written, path)
	}
	return written
}
