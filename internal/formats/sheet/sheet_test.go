package sheet

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestReadFinds(t *testing.T) {
	const text = "name,type\nភ្នំពេញ,place\nกรุงเทพ,place\n"
	utf16 := func(e unicode.Endianness, b unicode.BOMPolicy, s string) string {
		out, err := unicode.UTF16(e, b).NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	latin, err := charmap.Windows1252.NewEncoder().String("name;type\nZürich – “Café”;place\n")
	if err != nil {
		t.Fatal(err)
	}
	khmer := [][]string{{"ភ្នំពេញ", "place"}, {"กรุงเทพ", "place"}}
	for _, c := range []struct {
		name, text, encoding string
		comma                rune
		rows                 [][]string
	}{
		{"UTF-8", text, "utf-8", ',', khmer},
		{"with a byte order mark", "\ufeff" + text, "utf-8", ',', khmer},
		{"UTF-16 LE", utf16(unicode.LittleEndian, unicode.UseBOM, text), "utf-16le", ',', khmer},
		{"UTF-16 BE", utf16(unicode.BigEndian, unicode.UseBOM, text), "utf-16be", ',', khmer},
		{"UTF-16 LE without a mark", utf16(unicode.LittleEndian, unicode.IgnoreBOM, text), "utf-16le", ',', khmer},
		{"UTF-16 BE without a mark", utf16(unicode.BigEndian, unicode.IgnoreBOM, text), "utf-16be", ',', khmer},
		{"UTF-16 with tabs, as Excel writes it", utf16(unicode.LittleEndian, unicode.UseBOM, strings.ReplaceAll(text, ",", "\t")), "utf-16le", '\t', khmer},
		{"windows-1252 and semicolons", latin, "windows-1252", ';', [][]string{{"Zürich – “Café”", "place"}}},
		{"tabs", "name\ttype\na,b;c\td\n", "utf-8", '\t', [][]string{{"a,b;c", "d"}}},
		{"bars", "name|type\na|b\n", "utf-8", '|', [][]string{{"a", "b"}}},
		{"one column", "name\na\nb\n", "utf-8", ',', [][]string{{"a"}, {"b"}}},
		{"carriage returns alone, with line breaks in cells", "name,note\rAda,\"a\nb\"\r\rBo,c\r", "utf-8", ',', [][]string{{"Ada", "a\nb"}, {"Bo", "c"}}},
		{"the line that Excel reads", "sep=;\r\nname;a,b,c\r\n1;2\r\n", "utf-8", ';', [][]string{{"1", "2"}}},
		{"delimiters in a quoted header", "\"a;b;c\",d\n1,2\n", "utf-8", ',', [][]string{{"1", "2"}}},
		{"blank lines and rows that end early", "a,b,c\n\n,,\n1\n1,2,3,,\n", "utf-8", ',', [][]string{{"1", "", ""}, {"1", "2", "3"}}},
		{"cells of several lines", "a,b\n\"x\r\ny\",\"say \"\"hi\"\"\"\n", "utf-8", ',', [][]string{{"x\ny", `say "hi"`}}},
	} {
		got, err := Read("t.csv", []byte(c.text), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var rows [][]string
		for _, r := range got.Rows {
			rows = append(rows, r.Cells)
		}
		if got.Encoding != c.encoding || got.Comma != c.comma || !reflect.DeepEqual(rows, c.rows) {
			t.Errorf("%s: %s %q %q, want %s %q %q", c.name, got.Encoding, got.Comma, rows, c.encoding, c.comma, c.rows)
		}
	}
}

func TestReadAsTold(t *testing.T) {
	thai, err := charmap.Windows874.NewEncoder().String("ชื่อ;x\nกรุงเทพ,;y\n")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read("t.csv", []byte(thai), Options{Encoding: "windows-874", Comma: ';'})
	if err != nil || got.Rows[0].Cells[0] != "กรุงเทพ," {
		t.Errorf("%v, %v", got, err)
	}
}

func TestPlaces(t *testing.T) {
	got, err := Read("t.csv", []byte("sep=,\nឈ្មោះ,b\n\"x\ny\",z\nក,\"ខគ\"\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what, got, want string
	}{
		{"header", got.HeaderPlace(1).String(), "t.csv:2:7"},
		{"cell of several lines", got.Place(0, 0).String(), "t.csv:3:1"},
		{"the cell behind it", got.Place(0, 1).String(), "t.csv:4:4"},
		{"behind other letters", got.Place(1, 1).String(), "t.csv:5:3"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.what, c.got, c.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		o                Options
	}{
		{"empty", "", "t.csv: the file is empty", Options{}},
		{"blank", "\n\n , \n", "t.csv: the file is empty", Options{}},
		{"an open quotation mark", "a,b\n1,2\n\"x,y\nz,1\n", "t.csv:3:1: a quotation mark in this row is not closed", Options{}},
		{"an open quotation mark in the last line", "a,b\n\"x,y\n", "t.csv:2:1: a quotation mark in this row is not closed", Options{}},
		{"a quotation mark that closes elsewhere", "a,b\n\"x,y\nz,1\n\"v\",1\n", "t.csv:2:1: a quotation mark in this row is not closed", Options{}},
		{"a quotation mark inside", "a,b\n1,x\"y\n", "t.csv:2:4: a quotation mark stands in a cell", Options{}},
		{"more behind one", "a,b\n1,\"x\"y\n3,4\n", "t.csv:2:5: there is more behind the closing quotation mark", Options{}},
		{"cells without a column, without end", "a,b\n" + strings.Repeat("1,2,3\n", 1001), "t.csv:2:5: cell 3 stands beside the columns, of which there are 2, and the same in 1000 rows", Options{}},
		{"lines without end", strings.Repeat("\n", MaxLines+1), "t.csv: more than 2000000 lines", Options{}},
		{"columns without end", "a" + strings.Repeat(",b", MaxColumns) + "\n", "t.csv:1:1: the sheet has 1001 columns", Options{}},
		{"a row without end", "a,b\n" + strings.Repeat(",", 100_001) + "\n", "t.csv:2:1: the row has more than 100000 cells", Options{}},
		{"cells without end", strings.Repeat("a,", MaxColumns-1) + "b\n" + strings.Repeat("1\n", MaxCells/MaxColumns+1), "t.csv:5002:1: more than 5000000 cells", Options{}},
		{"a workbook", "PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00", "t.csv: this is a workbook (.xlsx or .ods) or another archive, not CSV", Options{}},
		{"a file of another kind", "a\x00\x01\x02b\x00\x00", "t.csv:1:2: there is a NUL character", Options{}},
		{"NUL", "a,b\n1,\x00\n", "t.csv:2:3: there is a NUL character", Options{}},
		{"another encoding", "a,b\n1,\x81\n", "t.csv:2:3: this is neither UTF-8 nor windows-1252", Options{}},
		{"not what was said", "a,b\n1,\xff\n", "t.csv:2:3: the byte 0xff is not utf-8", Options{Encoding: "utf-8"}},
		{"an encoding that nobody knows", "a,b\n", `t.csv: "klingon" is no encoding that is known`, Options{Encoding: "klingon"}},
		{"rows without end", "a\n" + strings.Repeat("1\n", MaxRows+1), "t.csv:250002:1: more than 250000 rows", Options{}},
		{"too large", strings.Repeat("a", MaxBytes+1), "t.csv: the file is larger than 64 MB", Options{}},
	} {
		_, err := Read("t.csv", []byte(c.text), c.o)
		var e *Error
		if !errors.As(err, &e) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// A row above the headers is a title, and one with a cell too many is left out.
func TestReadLeavesOut(t *testing.T) {
	got, err := Read("t.csv", []byte("List of ships\n\nAs of May,,\nName,Flag\nAda,KH\nBo,TH,x\nCy,KH,\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Headers, []string{"Name", "Flag"}) || !reflect.DeepEqual(got.Titles, []string{"List of ships", "As of May"}) || len(got.Rows) != 2 {
		t.Errorf("%v, titles %q, %d rows", got.Headers, got.Titles, len(got.Rows))
	}
	if len(got.Beside) != 1 || got.Beside[0].Place.String() != "t.csv:6:7" {
		t.Errorf("beside: %v", got.Beside)
	}
	known := Options{Headers: func(cells []string) bool { return cells[0] == "name" }}
	if got, err := Read("t.csv", []byte("name\nAda, Berg\nBo\n"), known); err != nil || len(got.Titles) != 0 || len(got.Beside) != 1 || len(got.Rows) != 1 {
		t.Errorf("%v, %v", got, err)
	}
}

func TestGuard(t *testing.T) {
	for _, c := range []struct{ cell, want string }{
		{"=1+1", "'=1+1"}, {"@SUM(A1)", "'@SUM(A1)"}, {"+855 12", "'+855 12"}, {"-x", "'-x"}, {"\tx", "'\tx"}, {"＝1", "'＝1"},
		{"'=1", "''=1"}, {"''=1", "'''=1"}, {"'", "'"}, {"'quoted'", "'quoted'"}, {"", ""}, {"a=b", "a=b"}, {"'-5", "''-5"}, {"sep=;", "'sep=;"}, {"SEP=", "'SEP="},
		{"-5", "-5"}, {"-5.25e+3", "-5.25e+3"}, {"-5-3", "'-5-3"}, {"+5", "'+5"},
		{"a;=1", "a;'=1"}, {"a\t=1", "a\t'=1"}, {"a,  @b", "a,  '@b"}, {"a|-b", "a|'-b"}, {"a\n+b", "a\n'+b"}, {"a\"=1", "a\"'=1"}, {"a;'=1", "a;''=1"},
		{"\t=x", "'\t'=x"}, {"a;b", "a;b"}, {"a - b", "a - b"}, {"x;＝1", "x;'＝1"}, {"=1;=2", "'=1;'=2"}, {"5;-5", "5;'-5"}, {"a,\nb", "a,\nb"},
	} {
		if got := Guard(c.cell); got != c.want {
			t.Errorf("%q: %q, want %q", c.cell, got, c.want)
		}
		if got := Unguard(Guard(c.cell)); got != c.cell {
			t.Errorf("%q comes back as %q", c.cell, got)
		}
	}
}

func TestLists(t *testing.T) {
	for _, c := range []struct {
		items []string
		cell  string
	}{
		{nil, ""},
		{[]string{"a", "b c"}, "a; b c"},
		{[]string{"a;b", `c\d`, ` e `, " ", "  ", `\`, `f\ `}, `a\;b; c\\d; \ e\ ; \ ; \ \ ; \\; f\\\ `},
	} {
		if got := JoinList(c.items); got != c.cell {
			t.Errorf("%q: %q, want %q", c.items, got, c.cell)
		}
		if got := SplitList(c.cell); !reflect.DeepEqual(got, c.items) {
			t.Errorf("%q: %q, want %q", c.cell, got, c.items)
		}
	}
	for cell, want := range map[string][]string{
		";;": nil, " a ;b;": {"a", "b"}, `a\`: {`a\`}, "a\n;\tb": {"a", "b"}, "a  b": {"a  b"},
	} {
		if got := SplitList(cell); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "\ufeffa;b\n'=1;\"x\"\"y\"\n", "\xff\xfea\x00,\x00b\x00", "sep=\t\na\tb\n", "a,b\n\"1", "\xe9;b\n1;2"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		first, err := Read("f.csv", data, Options{})
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Message == "" || strings.Contains(err.Error(), "\n") {
				t.Fatalf("bad error %q", err)
			}
			return
		}
		var rows [][]string
		for i, r := range first.Rows {
			if len(r.Cells) != len(first.Headers) {
				t.Fatalf("%d cells for %d headers", len(r.Cells), len(first.Headers))
			}
			for j := range r.Cells {
				if p := first.Place(i, j); p.Line < 1 || p.Column < 1 {
					t.Fatalf("no place: %v", p)
				}
			}
			rows = append(rows, r.Cells)
		}
		// Whoever wrote the sheet knows its headers: a row of one cell above others is no title then.
		known := func([]string) bool { return true }
		second, err := Read("f.csv", Write(first.Headers, rows, ','), Options{Comma: ',', Headers: known})
		if err != nil {
			t.Fatalf("written and not read: %v", err)
		}
		if !reflect.DeepEqual(second.Headers, first.Headers) || len(second.Rows) != len(first.Rows) {
			t.Fatalf("%q and %d rows, had %q and %d", second.Headers, len(second.Rows), first.Headers, len(first.Rows))
		}
		for i := range rows {
			if !reflect.DeepEqual(second.Rows[i].Cells, rows[i]) {
				t.Fatalf("row %q, had %q", second.Rows[i].Cells, rows[i])
			}
		}
	})
}

func FuzzList(f *testing.F) {
	f.Add("a", "b;c", ` \d `)
	f.Add("", " ", `\`)
	f.Fuzz(func(t *testing.T, a, b, c string) {
		var items []string
		for _, item := range []string{a, b, c} {
			if item != "" {
				items = append(items, item)
			}
		}
		if got := SplitList(JoinList(items)); !reflect.DeepEqual(got, items) {
			t.Fatalf("%q comes back as %q, from %q", items, got, JoinList(items))
		}
		if got := Unguard(Guard(a)); got != a {
			t.Fatalf("%q comes back as %q", a, got)
		}
	})
}
