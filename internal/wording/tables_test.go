package wording

import (
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/weblink"
	"example.org/graphgen/internal/words"
)

// rowIDs are the IDs of all rows, but for those of sources, which are not drawn.
func rowIDs(tables []Table) []string {
	var ids []string
	for _, table := range tables {
		if table.Kind != "sources" {
			for _, row := range table.Rows {
				ids = append(ids, row.IDs...)
			}
		}
	}
	return ids
}

// The rows are exactly what is drawn: with any of them taken away or there twice, they are not.
func TestRowsAreWhatIsDrawn(t *testing.T) {
	inEveryView(t, func(t *testing.T, describer *Describer, v *network.View) {
		tables := describer.Tables(v)
		for _, d := range differences(v, rowIDs(tables)) {
			t.Error(d)
		}
		for i := range tables {
			if tables[i].Kind == "sources" {
				continue
			}
			rows := tables[i].Rows
			for j := range rows {
				tables[i].Rows = slices.Delete(slices.Clone(rows), j, j+1)
				if len(differences(v, rowIDs(tables))) == 0 {
					t.Errorf("nobody misses row %d of the %s", j, tables[i].Kind)
				}
				tables[i].Rows = append(slices.Clone(rows), rows[j])
				if len(differences(v, rowIDs(tables))) == 0 {
					t.Errorf("nobody sees row %d of the %s twice", j, tables[i].Kind)
				}
			}
			tables[i].Rows = rows
		}
	})
}

func (r Row) text() string {
	var cells []string
	for _, cell := range r.Cells {
		for _, line := range cell {
			cells = append(cells, line.String())
		}
	}
	return strings.Join(cells, "\n")
}

// Each row says how its lines stand, by what words of whom, and leads to each source of them
// and to their note.
func TestRowsSayHowLinesStand(t *testing.T) {
	inEveryView(t, func(t *testing.T, describer *Describer, v *network.View) {
		by := map[string]Row{}
		sources := map[string]Row{}
		for _, table := range describer.Tables(v) {
			for _, row := range table.Rows {
				if len(row.Cells) != len(table.Columns) {
					t.Fatalf("a row of the %s has %d cells under %d headings", table.Kind, len(row.Cells), len(table.Columns))
				}
				if table.Kind == "sources" {
					sources[row.IDs[0]] = row
					continue
				}
				for _, id := range row.IDs {
					by[id] = row
				}
			}
		}
		_, notes := describer.Notes(v)
		for _, l := range linesOf(v) {
			row := by[l.id]
			tells(t, describer, l, row.text())
			if noted := notesIn(row); !slices.Contains(noted, notes[l.id]) {
				t.Errorf("%s has note %d and its row %v", l.id, notes[l.id], noted)
			}
			for _, c := range l.verdict.Claims() {
				source := describer.Index.Source(c.Source)
				if !strings.Contains(plain(row.text()), plain(oneSpaced(c.Quote))) || !linksTo(row, weblink.Safe(source.URL)) {
					t.Errorf("%s does not quote %s or lead to its source: %q", l.id, c.ID, row.text())
				}
				if !linksTo(sources[source.ID], weblink.Safe(source.URL)) {
					t.Errorf("the sources have no %s, at %q", source.ID, source.URL)
				}
			}
		}
	})
}

func notesIn(r Row) []int {
	var notes []int
	for _, cell := range r.Cells {
		for _, line := range cell {
			if line.Note > 0 {
				notes = append(notes, line.Note)
			}
		}
	}
	return notes
}

func linksTo(r Row, url string) bool {
	return slices.ContainsFunc(r.Cells, func(c Cell) bool {
		return slices.ContainsFunc(c, func(l CellLine) bool { return l.Link == url })
	})
}

// Columns that say nothing of any row are left out, and tables without rows.
func TestTables(t *testing.T) {
	c := milling()
	c.Language = "en"
	c.Entities = append(c.Entities, entities.Entity{ID: "post", Type: entities.Office, Name: entities.Text{"": "Reeve"}})
	c.Relations = append(c.Relations, entities.Relation{ID: "reeve", Type: "holds-office", From: "ada", To: "post", Claims: []string{"in-year"}},
		entities.Relation{ID: "hand", Type: "part-of", From: "mill", To: "ngo", Claims: []string{"in-year"}})
	told := func(view entities.View) []string {
		var lines []string
		for _, table := range describerOf(c).Tables(network.New(entities.NewIndex(c)).View(&view)) {
			lines = append(lines, table.Kind+", "+table.Caption+": "+strings.Join(table.Columns, " | "))
			for _, row := range table.Rows {
				var cells []string
				for _, cell := range row.Cells {
					var said []string
					for _, line := range cell {
						said = append(said, line.String())
					}
					cells = append(cells, strings.Join(said, " / "))
				}
				lines = append(lines, strings.Join(row.IDs, " ")+": "+strings.Join(cells, " | "))
			}
		}
		return lines
	}
	for name, test := range map[string]struct {
		view entities.View
		want []string
	}{
		"one entity": {entities.View{Include: entities.Selection{IDs: []string{"paper"}}}, []string{
			"entities, Entities: Name | Type",
			"paper: Daily Sun | media",
		}},
		"an office, a box around, a hub": {entities.View{Cluster: entities.ByPartOf, Include: entities.Selection{IDs: []string{"ada", "mill", "ngo", "grain"}}}, []string{
			"entities, Entities: Name | Type | Drawn within | Office | Who says so",
			"ada reeve: Ada Berg | person |  | Reeve, according to Ada Berg | Said by Ada Berg: “half a ton” (Daily Sun, about December 2023)",
			"mill: Mill Co | organization | Watch |  | ",
			"ngo: Watch | organization | Watch |  | ",
			"relations, Relations: From | What joins them | To | How it stands | Who says so",
			"bribed: Mill Co | bribed (“may have”) | Ada Berg | disputed: alleged by Watch, denied by Mill Co | " +
				"Alleged by Watch, as told by Daily Sun: “may have paid” (Daily Sun, about December 2023) Asked for a reply; none came. / " +
				"Denied by Mill Co: “not a coin” (A leaflet) / Premise rejected by Ada Berg: “absurd” (A leaflet) Asked for a reply; declined.",
			"hand: Mill Co | part of | Watch | stated by a named source | Said by Ada Berg: “half a ton” (Daily Sun, about December 2023)",
			"met: Ada Berg | met with | Mill Co | stated by a named source | Said by Daily Sun: “they met” (Daily Sun, about December 2023)",
			"flows, Flows: What moves | From | To | How it stands | Who says so",
			"grain/1 grain/origin: grain | origin not named | Mill Co | stated by a named source | Said by Daily Sun: “they met” (Daily Sun, about December 2023)",
			"sources, Sources: Title | Publisher | Published | Address",
			"leaflet: A leaflet |  |  | ",
			"story: Flour | Daily Sun | about December 2023 | https://sun.example/flour",
		}},
		"a figure": {entities.View{Include: entities.Selection{IDs: []string{"sacks"}}}, []string{
			"entities, Entities: Name | Type | Office | Who says so",
			"ada reeve: Ada Berg | person | Reeve, according to Ada Berg | Said by Ada Berg: “half a ton” (Daily Sun, about December 2023)",
			"mill: Mill Co | organization |  | ", "ngo: Watch | organization |  | ", "paper: Daily Sun | media |  | ",
			"figures, Figures: Value | Question | How it stands | Who says so",
			"sacks/1 sacks/1/gossip sacks/1/many sacks/1/not-so: at least 1,234 sacks stolen | How many? | disputed: said by Watch, disputed by Mill Co | " +
				"Said by Watch: “1,234” (Daily Sun, about December 2023) / Disputed by Mill Co: “fewer” (A leaflet) / " +
				"Denied in other words by Daily Sun: “none was lost” (Daily Sun, about December 2023) (unsubstantiated)",
			"sacks/2 sacks/2/in-year: 0.5 t: burnt | How many? | stated by a named source | Said by Ada Berg: “half a ton” (Daily Sun, about December 2023)",
			"sources, Sources: Title | Publisher | Published | Address",
			"leaflet: A leaflet |  |  | ",
			"story: Flour | Daily Sun | about December 2023 | https://sun.example/flour",
		}},
	} {
		if got := told(test.view); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n%s\nwant:\n%s", name, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

// A name that the case lacks in the language of the tables says which it is in.
func TestCellsSayTheirLanguages(t *testing.T) {
	c := people()
	c.Language = "en"
	x := entities.NewIndex(c)
	describer := &Describer{Index: x, Words: words.For("km"), Lang: "km"}
	for _, row := range describer.Tables(network.New(x).View(&entities.View{}))[0].Rows {
		want := "en"
		if row.IDs[0] == "ngo" {
			want = ""
		}
		if name := row.Cells[0][0].Spans; len(name) != 1 || name[0].Lang != want {
			t.Errorf("%s is called %q, want in %q", row.IDs[0], name, want)
		}
		if kind := row.Cells[1][0].Spans; len(kind) != 1 || kind[0].Lang != "" {
			t.Errorf("the type of %s is in %q", row.IDs[0], kind)
		}
	}
}
