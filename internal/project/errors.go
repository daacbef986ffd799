package project

import (
	"fmt"

	"example.org/graphgen/internal/problem"
)

// ProblemsError says that something was not done, for problems that are to be told first.
type ProblemsError struct {
	Problems problem.List
	Outcome  string // what was not done, or what has the problems
}

func (e *ProblemsError) Error() string { return e.Outcome }

// TextError says that the options name a text that cannot be had.
type TextError struct {
	LocalCopy
	Err error // nil where the case has no such source
}

func (e *TextError) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("the case has no source %q", e.Source)
	}
	return fmt.Sprintf("%s: %v", e.Path, e.Err)
}

func (e *TextError) Unwrap() error { return e.Err }

// FolderError says that a folder cannot be used for a case.
type FolderError struct {
	Path string
	Err  error
}

func (e *FolderError) Error() string { return fmt.Sprintf("%s: %v", e.Path, e.Err) }
func (e *FolderError) Unwrap() error { return e.Err }

// FieldError says what is wrong with something that a case is started with.
type FieldError struct {
	Field string // "language", or "text" with the file
	Err   error
}

func (e *FieldError) Error() string { return e.Field + ": " + e.Err.Error() }
func (e *FieldError) Unwrap() error { return e.Err }

// WriteError says that a file could not be written, or was changed by another program meanwhile.
type WriteError struct{ Err error }

func (e *WriteError) Error() string { return e.Err.Error() }
func (e *WriteError) Unwrap() error { return e.Err }
