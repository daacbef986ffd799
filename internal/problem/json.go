package problem

import (
	"io"

	"example.org/graphgen/internal/jsonfile"
)

type jsonReport struct {
	Problems []jsonProblem `json:"problems"`
	Counts   jsonCounts    `json:"counts"`
}

type jsonProblem struct {
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Severity string `json:"severity"`
	Slug     string `json:"slug"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Text     string `json:"text,omitempty"`
}

type jsonCounts struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Note    int `json:"note"`
}

// WriteJSON writes an object with `problems`, in the order of the list, and their `counts`
// by severity. Line and column count from 1, columns in Unicode code points; both are left
// out where the file as a whole is meant.
func WriteJSON(w io.Writer, l List) error {
	report := jsonReport{
		Problems: make([]jsonProblem, 0, len(l)),
		Counts:   jsonCounts{l.Count(Error), l.Count(Warning), l.Count(Note)},
	}
	for _, p := range l {
		report.Problems = append(report.Problems, jsonProblem{
			File: p.Place.File, Line: p.Place.Line, Column: p.Place.Column,
			Severity: p.Severity.String(), Slug: p.Slug, Message: p.Message, Hint: p.Hint, Text: p.Text,
		})
	}
	return jsonfile.Write(w, report)
}
