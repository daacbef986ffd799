// Package cachedir gives go-graphviz a private folder for the machine code that it
// compiles from WASM, before go-graphviz looks for one.
//
// go-graphviz reads and writes machine code in the folder "go-graphviz" under the
// system's temporary folder while Go initialises it. On a shared machine anybody can
// create that folder first, and what they put there would run as the user. This package
// therefore points the temporary folder to a folder that only the user can reach, or,
// where there is none that can be trusted, to a place where nothing can be created:
// go-graphviz then compiles anew in every process, slower and safe. Restore puts the
// environment back once go-graphviz is initialised.
//
// It works because Go initialises packages that are ready in the order of their import
// paths (language specification, "Program initialization"): this package's path sorts
// before github.com/goccy, and it imports only what go-graphviz imports too, from the
// standard library. It must never import anything else, and must never know what
// is drawn.
package cachedir

import (
	"os"
	"path/filepath"
)

// setting is one environment variable as it was.
type setting struct {
	name, value string
	present     bool
}

// redirected is what Restore has to undo: written once by init, and once by Restore.
var redirected struct {
	variable setting
	folder   string // empty where go-graphviz is to keep no cache
	active   bool
}

// init is the one early step of the program; no caller could run before go-graphviz.
func init() {
	folder, err := prepare()
	if err != nil {
		folder = ""
	}
	redirected.folder = folder
	redirected.variable.name = temporaryVariable
	redirected.variable.value, redirected.variable.present = os.LookupEnv(temporaryVariable)
	target := folder
	if target == "" {
		target = nowhere()
	}
	redirected.active = os.Setenv(temporaryVariable, target) == nil
}

// Restore puts the environment back as it was, for the rest of the program and for the
// processes that it starts, and seals what go-graphviz compiled, so that a later process
// can tell whether it is still whole. It is called once, when go-graphviz is initialised;
// further calls do nothing. It returns the folder in use, or "" where there is none.
func Restore() string {
	if !redirected.active {
		return redirected.folder
	}
	redirected.active = false
	if v := redirected.variable; v.present {
		os.Setenv(v.name, v.value)
	} else {
		os.Unsetenv(v.name)
	}
	if redirected.folder != "" {
		sealAll(filepath.Join(redirected.folder, compiledFolder))
	}
	return redirected.folder
}
