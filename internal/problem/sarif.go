package problem

import (
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"example.org/graphgen/internal/jsonfile"
)

// Tool is what a SARIF log says about the program that found the problems.
type Tool struct {
	Name    string
	Version string // may be empty
	Rules   []Rule
}

// WriteSARIF writes the problems as a SARIF 2.1.0 log (OASIS standard with errata 01), as
// code hosts and editors read it. Files are named relative to where the program ran, as a
// URI reference; columns count Unicode code points.
func WriteSARIF(w io.Writer, l List, tool Tool) error {
	run := sarifRun{
		Tool:       sarifTool{Driver: sarifDriver{Name: tool.Name, Version: tool.Version, Rules: []sarifRule{}}},
		ColumnKind: "unicodeCodePoints",
		Results:    make([]sarifResult, 0, len(l)),
	}
	index := map[string]int{}
	for i, r := range tool.Rules {
		index[r.Slug] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			ID: r.Slug, ShortDescription: sarifText{r.Doc}, DefaultConfiguration: sarifConfiguration{r.Severity.String()},
		})
	}
	for _, p := range l {
		run.Results = append(run.Results, newSARIFResult(p, index))
	}
	return jsonfile.Write(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

func newSARIFResult(p Problem, index map[string]int) sarifResult {
	message := p.Message
	if p.Hint != "" {
		message += "\n" + p.Hint
	}
	result := sarifResult{RuleID: p.Slug, Level: p.Severity.String(), Message: sarifText{message}}
	if i, ok := index[p.Slug]; ok {
		result.RuleIndex = &i
	}
	place := sarifPhysical{Artifact: sarifArtifact{URI: fileURI(p.Place.File)}}
	if p.Place.Line > 0 {
		place.Region = &sarifRegion{StartLine: p.Place.Line, StartColumn: p.Place.Column}
		if p.Text != "" {
			place.Context = &sarifRegion{StartLine: p.Place.Line, Snippet: &sarifText{p.Text}}
		}
	}
	result.Locations = []sarifLocation{{place}}
	return result
}

// fileURI returns a file's name as a URI reference: relative where the name is.
func fileURI(name string) string {
	path := filepath.ToSlash(name)
	if !filepath.IsAbs(name) {
		return (&url.URL{Path: strings.TrimPrefix(path, "./")}).String()
	}
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/case
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// The parts of the SARIF object model that are written.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID                   string             `json:"id"`
		ShortDescription     sarifText          `json:"shortDescription"`
		DefaultConfiguration sarifConfiguration `json:"defaultConfiguration"`
	}
	sarifConfiguration struct {
		Level string `json:"level"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex *int            `json:"ruleIndex,omitempty"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
		Context  *sarifRegion  `json:"contextRegion,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn,omitempty"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
)
