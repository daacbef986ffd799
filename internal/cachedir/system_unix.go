//go:build unix

package cachedir

import (
	"io/fs"
	"os"
	"syscall"
)

// temporaryVariable is what os.TempDir reads first.
const temporaryVariable = "TMPDIR"

// nowhere is a path below something that is no folder: nothing can be created there.
func nowhere() string { return os.DevNull + "/none" }

func ownedByUser(found fs.FileInfo) bool {
	stat, ok := found.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid()
}

func ownedByUserOrRoot(found fs.FileInfo) bool {
	stat, ok := found.Sys().(*syscall.Stat_t)
	return ok && (stat.Uid == 0 || int(stat.Uid) == os.Geteuid())
}

func openToOthers(found fs.FileInfo) bool { return found.Mode().Perm()&0o077 != 0 }

func writableByOthers(found fs.FileInfo) bool { return found.Mode().Perm()&0o022 != 0 }
