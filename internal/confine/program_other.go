//go:build !linux

package confine

import (
	"os"
	"os/exec"
)

// DieWithParent does nothing here: a worker ends when its standard input does, after what it
// is at, and the limit on its processor time bounds that.
func DieWithParent(*exec.Cmd) {}

// Program is the running program itself.
func Program() (string, error) { return os.Executable() }
