//go:build !linux

package graphviz

import (
	"os"
	"os/exec"
)

// starter starts the workers.
type starter struct{}

func newStarter() *starter { return &starter{} }

func (*starter) start(options Options) (*worker, error) { return startWorker(options) }

func (*starter) close() {}

// dieWithParent does nothing here: a worker ends when its standard input does, after the
// layout it is at, and the limit on its processor time bounds that.
func dieWithParent(*exec.Cmd) {}

func thisProgram() (string, error) { return os.Executable() }
