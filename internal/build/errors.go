package build

import "fmt"

// RequestError says that what was asked for cannot be.
type RequestError struct {
	Field string // what was given: "prefix", "base", "into" or "as"
	Value string // quoted where it is no path
	Err   error
}

func (e *RequestError) Error() string { return fmt.Sprintf("%s %s: %v", e.Field, e.Value, e.Err) }
func (e *RequestError) Unwrap() error { return e.Err }

// request is what is wrong with a word that was given.
func request(field, value string, err error) error {
	return &RequestError{field, fmt.Sprintf("%q", value), err}
}

// OccupiedError says that a folder to publish in is one that the case keeps its own files in.
type OccupiedError struct {
	Folder string
	View   string // whose folder that would be; empty where it is the output folder itself
	Holds  string // what is kept there
}

func (e *OccupiedError) Error() string { return fmt.Sprintf("%s is kept in %s", e.Holds, e.Folder) }
