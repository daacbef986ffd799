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
)

// TestSheetsThroughLibreOffice has LibreOffice open every sheet, save it as a workbook, and
// write CSV of that: the same case must come of it, with what is in Khmer and Thai, and with
// what looks like a formula.
func TestSheetsThroughLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	office := judges.Program(t, "soffice")
	all := formatstest.Cases(t)
	delete(all, "full") // it has a number such as 1.5e3, which no spreadsheet writes that way again
	for name, c := range all {
		if name == "harbour" {
			c.Entities[0].Aliases = append(c.Entities[0].Aliases, "=1+1", "'=1", "a; b")
			c.Entities[1].Name = entities.Text{"en": "=HYPERLINK(\"https://example.org\")", "km": "+ភ្នំពេញ", "th": "@กรุงเทพ"}
		}
		e, err := Export(formatstest.Subject(t, c), formats.ExportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		var first []string
		for _, f := range e.Files {
			path := filepath.Join(dir, f.Name)
			if err := os.WriteFile(path, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
			first = append(first, path)
		}
		books := convert(t, office, dir, "xlsx", []string{`--infilter=Text - txt - csv (StarCalc):44,34,76,1`}, first)
		sheets := convert(t, office, filepath.Join(dir, "back"), "csv:Text - txt - csv (StarCalc):44,34,76", nil, books)
		var back []output.File
		for _, path := range sheets {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			back = append(back, output.File{Name: filepath.Base(path), Data: data})
		}
		got, _ := formatstest.Taken(t, Import, formats.ImportOptions{}, back...)
		formatstest.Same(t, name, c, got)
	}
}

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
