package ftm

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"iter"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/drafts"
	"example.org/graphgen/internal/formats/types"
	"example.org/graphgen/internal/problem"
)

// Import reads FollowTheMoney, an entity a line. Things become entities, documents sources,
// and edges drafts of relations. Of a file nothing is held but a digest of each id: what is read
// waits in temporary files until the last line has told which ends there are.
func Import(ctx context.Context, in []formats.Input, o formats.ImportOptions) (formats.Import, error) {
	r, err := newReader(o)
	if err != nil {
		return formats.Import{}, err
	}
	for _, input := range in {
		if err := r.read(ctx, input); err != nil {
			r.close()
			return formats.Import{}, err
		}
	}
	result, err := r.result(formats.TitleOf(in))
	if err != nil {
		r.close()
	}
	return result, err
}

// longestLine is the longest line that is read: far above any entity, save those of whole texts.
const longestLine = 16 << 20

// digest stands for an id of FollowTheMoney.
type digest [16]byte

func digestOf(id string) digest {
	sum := sha256.Sum256([]byte(id))
	return digest(sum[:16])
}

// met is what is known of an id that has been read.
type met struct {
	file, line int32
	ties       int32 // the lines that it is an end of, once they are counted for the views
	entity     bool
}

// reader makes a case of lines.
type reader struct {
	*drafts.Builder // words and counts; its case stays empty but for what is not in the spools
	options         formats.ImportOptions
	files           []string
	line            int32
	met             map[digest]met

	sources, entities, relations *spool

	relatives map[digest]string   // names of those whose kinship is told in words, when they are known
	used      map[string]bool     // relation types
	wholes    map[digest][]digest // what a thing is part of

	left, properties                                 map[string]int // by schema, by property
	loops, dangling, topics, cited, countries, dates int
	links, undirected, odd, kept, digests, circles   int
}

func newReader(o formats.ImportOptions) (*reader, error) {
	r := &reader{Builder: drafts.New(o), options: o, met: map[digest]met{}, left: map[string]int{}, properties: map[string]int{},
		relatives: map[digest]string{}, used: map[string]bool{}, wholes: map[digest][]digest{}}
	for _, s := range []**spool{&r.sources, &r.entities, &r.relations} {
		made, err := newSpool()
		if err != nil {
			r.close()
			return nil, err
		}
		*s = made
	}
	return r, nil
}

func (r *reader) close() {
	for _, s := range []*spool{r.sources, r.entities, r.relations} {
		if s != nil {
			s.close()
		}
	}
}

// read reads one file.
func (r *reader) read(ctx context.Context, input formats.Input) error {
	f, err := input.Open()
	if err != nil {
		return formats.Refuse(problem.Place{File: input.Name}, err.Error(), "")
	}
	defer f.Close()
	r.files, r.line = append(r.files, input.Name), 0
	lines := bufio.NewReaderSize(&formats.Reader{Ctx: ctx, From: f, Told: r.options.Read}, 1<<20)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		line, err := r.next(lines)
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if text := bytes.TrimSpace(line); len(text) > 0 {
			if failed := r.entity(line); failed != nil {
				return failed
			}
		}
		if err != nil {
			return nil
		}
	}
}

// next returns the next line. The last one may lack its line break.
func (r *reader) next(lines *bufio.Reader) ([]byte, error) {
	r.line++
	var whole []byte
	for {
		piece, err := lines.ReadSlice('\n')
		if whole == nil && err == nil {
			whole = piece
		} else {
			whole = append(whole, piece...)
		}
		if r.line == 1 {
			whole = bytes.TrimPrefix(whole, []byte("\ufeff"))
		}
		switch {
		case len(whole) > longestLine:
			return nil, formats.Refuse(r.at(1), fmt.Sprintf("the line is longer than %d MB", longestLine>>20), "an entity is one line; leave out the texts of documents")
		case errors.Is(err, bufio.ErrBufferFull):
		case err == nil, errors.Is(err, io.EOF):
			return whole, err
		case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
			return nil, err
		default:
			return nil, formats.Refuse(r.at(1), err.Error(), "")
		}
	}
}

// at is a place in the line that is being read.
func (r *reader) at(column int) problem.Place {
	return problem.Place{File: r.files[len(r.files)-1], Line: int(r.line), Column: column}
}

// entity takes one line in.
func (r *reader) entity(text []byte) error {
	line, err := readLine(text)
	if err != nil {
		return r.explain(text, err)
	}
	switch {
	case line.ID == "":
		return formats.Refuse(r.at(1), `an entity has no "id"`, "a line is an object with id, schema and properties")
	case line.Schema == "":
		return formats.Refuse(r.at(1), fmt.Sprintf("entity %q has no \"schema\"", formats.CutName(line.ID)), "a line is an object with id, schema and properties")
	}
	key := digestOf(line.ID)
	if first, twice := r.met[key]; twice {
		at := problem.Place{File: r.files[first.file], Line: int(first.line), Column: 1}
		return formats.Refuse(r.at(1), fmt.Sprintf("the id %q is given twice, first at %v", formats.CutName(line.ID), at), "join fragments of one entity first, as ftm aggregate does")
	}
	if len(r.met) == mostEntities {
		return formats.Refuse(r.at(1), fmt.Sprintf("more than %d entities", mostEntities), "take the part of the file that the story is about")
	}
	r.odd += line.odd
	for property, n := range line.more {
		r.lost(r.properties, property, n)
	}
	what := met{file: int32(len(r.files) - 1), line: r.line}
	defer func() { r.met[key] = what }()
	mark := markOf(line.Properties["keywords"], typeMark)
	if link, isLink := linkOfSchema(line.Schema); isLink {
		return r.edge(line, link)
	}
	if isDocument(line.Schema) && mark == "" {
		return r.spooled(r.sources, r.source(line))
	}
	t, isEntity := types.OfSchema(line.Schema)
	if marked, known := types.Said(mark); known && mark != "" && isEntity {
		t = marked
	}
	if !isEntity {
		r.lost(r.left, line.Schema, 1)
		return nil
	}
	what.entity = true
	if err := r.spooledBetween(r.entities, spooled{From: key}, r.thing(line, t)); err != nil {
		return err
	}
	return r.properLinks(line)
}

// lost counts what is left out, by a name out of the file, of which there may be no end.
func (r *reader) lost(counts map[string]int, name string, n int) {
	const mostNames = 10_000
	if _, has := counts[name]; !has && len(counts) >= mostNames {
		name = "(others)"
	}
	counts[name] += n
}

// mostEntities is how many ids are held to be told apart: more than are in any list of sanctions.
const mostEntities = 4_000_000

// spooled puts a part of the case aside.
func (r *reader) spooled(s *spool, part any) error { return r.spooledBetween(s, spooled{}, part) }

func (r *reader) spooledBetween(s *spool, ends spooled, part any) error {
	if err := s.put(ends, capture.Item(part)); err != nil {
		return err
	}
	if r.sources.size+r.entities.size+r.relations.size > entities.MaxBytes {
		return formats.Refuse(r.at(1), fmt.Sprintf("the case would be larger than %d MB", entities.MaxBytes>>20), "take the part of the file that the story is about")
	}
	return nil
}

// result makes the case of all that was read.
func (r *reader) result(title string) (formats.Import, error) {
	r.Entitle(r.options.Title)
	r.Entitle(title)
	c := r.Case
	joined := 0
	for _, err := range r.relations.chosen(r.joins) {
		if err != nil {
			return formats.Import{}, err
		}
		joined++
	}
	if joined > 0 {
		types.AddOwn(&c, r.used)
	}
	if err := r.nameRelatives(); err != nil {
		return formats.Import{}, err
	}
	var err error
	if c.Views, err = r.views(c.Title); err != nil {
		return formats.Import{}, err
	}
	return formats.Import{
		Tally:   formats.Tally{Sources: r.sources.count, Entities: r.entities.count, Relations: joined, Drafts: joined},
		Loss:    r.loss(joined),
		Release: r.close,
		Write: func(w io.Writer) error {
			all := func(spooled) bool { return true }
			return capture.StartWith(w, c, map[string]iter.Seq2[[]byte, error]{
				"sources": r.sources.chosen(all), "entities": r.entities.chosen(all), "relations": r.worded(r.relations),
			})
		},
	}, nil
}

// joins tells whether both ends of a relation are entities.
func (r *reader) joins(s spooled) bool { return r.met[s.From].entity && r.met[s.To].entity }

func (r *reader) loss(joined int) formats.Loss {
	var l formats.Loss
	drafts.Tell(&l, joined, r.Unclear, r.Guessed, r.EntityType)
	l.Add("evidence-links", r.cited, "documents and addresses that edges name as their source", "a claim wants words of a source: graphgen quote makes one")
	l.Add("topics", r.topics, "topics, such as crime: nobody is named who says so", "")
	l.Add("edges", r.relations.count-joined+r.dangling, "edges to something that is no entity of the case", "")
	l.Add("directions", r.undirected, "relations that have no direction in FollowTheMoney", "drawn without an arrow; where it says the role of the other end, the name stands behind the role")
	l.Add("circles", r.circles, "relations by which things would be part of one another in a circle, or more than 1,000 deep", "")
	l.Add("loops", r.loops, "edges from an entity to itself", "")
	l.AddEach("schemata", r.left, "things that a case has no place for, of schema")
	l.AddEach("properties", r.properties, "values of property")
	l.Add("repeated", r.odd, "ids and schemata that a line gives twice, and differently", "the first holds")
	l.Add("ids", r.kept, "ids that a case may not have", "written in other letters; export ftm gives them back")
	l.Add("ids", r.digests, "ids that are too long", "digests of them")
	l.Add("countries", r.countries, "values that are no ISO 3166-1 code, and further countries", "")
	l.Add("dates", r.dates, "values that are no date, and further dates", "")
	l.Add("links", r.links, "addresses that are no whole http, https or mailto address", "")
	l.Add("texts", r.Changed, "texts with characters that no text may have, or too long", "without those, and cut")
	return l
}
