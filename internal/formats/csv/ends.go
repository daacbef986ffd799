package csv

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/sheet"
	"example.org/graphgen/internal/formats/types"
)

// A table of pairs, such as of shareholders and companies, looks like a list of names to whom
// knows one of its headers. Which way its rows point is not for a program to guess.

// endWords are headers that name somebody, as types.PlainWord writes them.
var endWords = strings.Fields(`name fullname entity entityname node person organisation organization company companyname caption
	shareholder owner beneficialowner ubo investor holder proprietor director officer executive chairman chair ceo secretary
	payer payee sender recipient receiver beneficiary donor grantee client customer supplier vendor contractor subcontractor
	buyer purchaser seller parent parentcompany subsidiary holding employer employee member party counterparty partner spouse
	husband wife father mother child son daughter sibling brother sister relative associate agent intermediary nominee
	representative lawyer accountant auditor bank lender borrower creditor debtor authority agency ministry institution
	politician official candidate minister lobbyist firm business asset vessel ship property boss supervisor manager
	target reportsto worksfor ownedby controlledby institution university school`)

func isEndWord(header string) bool {
	plain := types.PlainWord(header)
	for _, part := range []string{"name", "id", "s"} {
		if cut := strings.TrimSuffix(plain, part); cut != "" && slices.Contains(endWords, cut) {
			return true
		}
	}
	return slices.Contains(endWords, plain)
}

// expectNoEnds refuses a sheet that is taken for a list of names and may be one of relations: by
// another header that names somebody, or by a column whose cells are among the names.
func (s *mappedSheet) expectNoEnds(o formats.ImportOptions) error {
	name := -1
	least := 0
	for i, header := range s.Headers {
		if rank, known := headerRank("entities", "name", header, o); known && !skipped(header, o) && (name < 0 || rank < least) {
			name, least = i, rank
		}
	}
	if name < 0 || least == rankMapped {
		return nil
	}
	names := map[string]bool{}
	for row := range s.Rows {
		names[types.PlainWord(s.Rows[row].Cells[name])] = true
	}
	for i, header := range s.Headers {
		if i == name || skipped(header, o) || s.isField(header, o) || !isEndWord(header) && !s.pointsInto(i, names) {
			continue
		}
		ends := formats.Ends{From: s.Headers[min(i, name)], To: s.Headers[max(i, name)]}
		r := formats.Refuse(s.HeaderPlace(i), fmt.Sprintf("the column %q may be the other end of a relation with %q", header, s.Headers[name]),
			fmt.Sprintf("if each row is a relation, say so with --map from=%q --map to=%q, and its type with --relation-type; if the sheet is a list of names, use entities=%s or --skip-column %q",
				ends.From, ends.To, s.Name, header))
		r.Ends, r.Sheet = &ends, s.Name
		return r
	}
	return nil
}

// isField tells whether a header is known as another field of an entity.
func (s *mappedSheet) isField(header string, o formats.ImportOptions) bool {
	for _, field := range []string{"id", "type", "aliases", "country", "description", "links", "tags", "code"} {
		if _, known := headerRank("entities", field, header, o); known || header == field {
			return true
		}
	}
	return false
}

// pointsInto tells whether at least half of the cells of a column, and two, are among the names.
func (s *mappedSheet) pointsInto(column int, names map[string]bool) bool {
	cells, among := 0, 0
	for row := range s.Rows {
		if plain := types.PlainWord(s.cell(row, column)); plain != "" {
			cells++
			if names[plain] {
				among++
			}
		}
	}
	return among >= 2 && 2*among >= cells
}

func skipped(header string, o formats.ImportOptions) bool {
	return slices.ContainsFunc(o.Skip, func(skip string) bool { return sameHeader(skip, header) })
}

// knownHeaders tells whether a row names a column that is known.
func knownHeaders(cells []string, o formats.ImportOptions) bool {
	return slices.ContainsFunc(cells, func(cell string) bool {
		if isEndWord(cell) {
			return true
		}
		for table, fields := range headerWords {
			for field := range fields {
				if _, known := headerRank(table, field, cell, o); known {
					return true
				}
			}
		}
		return false
	})
}

// emptyWords are what programs write into a cell that has nothing in it.
var emptyWords = strings.Fields(`#n/a #na n/a #ref! #value! #name? #div/0! #num! #null! #error! null nil nan none - -- – — \n <na>`)

func saysNothing(cell string) bool {
	return len(cell) <= 8 && slices.Contains(emptyWords, strings.ToLower(cell))
}

// besideIn tells of rows with a cell too many, the first by its place.
func besideIn(all []sheet.Beside) string {
	if len(all) == 0 {
		return ""
	}
	return fmt.Sprintf("rows with more cells than columns, the first at %v: %s", all[0].Place, all[0].Message)
}
