package formats

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/formats/sheet"
)

// A table of pairs, such as of shareholders and companies, looks like a list of names to whom
// knows one of its headers. Which way its rows point is not for a program to guess.

// endWords are headers that name somebody, as plainWord writes them.
var endWords = strings.Fields(`name fullname entity entityname node person organisation organization company companyname caption
	shareholder owner beneficialowner ubo investor holder proprietor director officer executive chairman chair ceo secretary
	payer payee sender recipient receiver beneficiary donor grantee client customer supplier vendor contractor subcontractor
	buyer purchaser seller parent parentcompany subsidiary holding employer employee member party counterparty partner spouse
	husband wife father mother child son daughter sibling brother sister relative associate agent intermediary nominee
	representative lawyer accountant auditor bank lender borrower creditor debtor authority agency ministry institution
	politician official candidate minister lobbyist firm business asset vessel ship property boss supervisor manager
	target reportsto worksfor ownedby controlledby institution university school`)

func isEndWord(header string) bool {
	plain := plainWord(header)
	for _, part := range []string{"name", "id", "s"} {
		if cut := strings.TrimSuffix(plain, part); cut != "" && slices.Contains(endWords, cut) {
			return true
		}
	}
	return slices.Contains(endWords, plain)
}

// Ends are two columns of a sheet that may be the ends of relations.
type Ends struct{ From, To string }

// expectNoEnds refuses a sheet that is taken for a list of names and may be one of relations: by
// another header that names somebody, or by a column whose cells are among the names.
func (s *csvSheet) expectNoEnds(o ImportOptions) error {
	name := -1
	least := 0
	for i, header := range s.Headers {
		if rank, known := foreignRank("entities", "name", header, o); known && !skipped(header, o) && (name < 0 || rank < least) {
			name, least = i, rank
		}
	}
	if name < 0 || least == saidByHand {
		return nil
	}
	names := map[string]bool{}
	for row := range s.Rows {
		names[plainWord(s.Rows[row].Cells[name])] = true
	}
	for i, header := range s.Headers {
		if i == name || skipped(header, o) || s.isField(header, o) || !isEndWord(header) && !s.pointsInto(i, names) {
			continue
		}
		ends := Ends{s.Headers[min(i, name)], s.Headers[max(i, name)]}
		r := refuse(s.HeaderPlace(i), fmt.Sprintf("the column %q may be the other end of relations with %q", header, s.Headers[name]),
			fmt.Sprintf("if each row is a relation say which column it leads from and which one to, as --map from=%q --map to=%q, and with --relation-type what it says; if the sheet is a list of names, entities=%s or --skip-column %q",
				ends.From, ends.To, s.Name, header))
		r.Ends, r.Sheet = &ends, s.Name
		return r
	}
	return nil
}

// isField tells whether a header is known as another field of an entity.
func (s *csvSheet) isField(header string, o ImportOptions) bool {
	for _, field := range []string{"id", "type", "aliases", "country", "description", "links", "tags", "code"} {
		if _, known := foreignRank("entities", field, header, o); known || header == field {
			return true
		}
	}
	return false
}

// pointsInto tells whether at least half of the cells of a column, and two, are among the names.
func (s *csvSheet) pointsInto(column int, names map[string]bool) bool {
	cells, among := 0, 0
	for row := range s.Rows {
		if plain := plainWord(s.cell(row, column)); plain != "" {
			cells++
			if names[plain] {
				among++
			}
		}
	}
	return among >= 2 && 2*among >= cells
}

func skipped(header string, o ImportOptions) bool {
	return slices.ContainsFunc(o.Skip, func(skip string) bool { return sameHeader(skip, header) })
}

// knownHeaders tells whether a row names a column that is known.
func knownHeaders(cells []string, o ImportOptions) bool {
	return slices.ContainsFunc(cells, func(cell string) bool {
		if isEndWord(cell) {
			return true
		}
		for table, fields := range foreignWords {
			for field := range fields {
				if _, known := foreignRank(table, field, cell, o); known {
					return true
				}
			}
		}
		return false
	})
}

// nothings are what programs write into a cell that has nothing in it.
var nothings = strings.Fields(`#n/a #na n/a #ref! #value! #name? #div/0! #num! #null! #error! null nil nan none - -- – — \n <na>`)

func saysNothing(cell string) bool {
	return len(cell) <= 8 && slices.Contains(nothings, strings.ToLower(cell))
}

// besideIn tells of rows with a cell too many, the first by its place.
func besideIn(all []sheet.Beside) string {
	if len(all) == 0 {
		return ""
	}
	return fmt.Sprintf("rows with more cells than columns, the first at %v: %s", all[0].Place, all[0].Message)
}
