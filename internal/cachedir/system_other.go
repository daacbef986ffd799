//go:build !unix

package cachedir

import (
	"io/fs"
	"os"
	"path/filepath"
)

// temporaryVariable is what os.TempDir reads first: GetTempPath takes TMP before TEMP.
const temporaryVariable = "TMP"

// nowhere is a path below something that is no folder: nothing can be created there.
func nowhere() string {
	program, err := os.Executable()
	if err != nil {
		program = os.DevNull
	}
	return filepath.Join(program, "none")
}

// The user's cache folder is under their profile, whose access list shuts others out;
// owner and mode as Unix has them are not there to be checked.

func ownedByUser(fs.FileInfo) bool { return true }

func ownedByUserOrRoot(fs.FileInfo) bool { return true }

func openToOthers(fs.FileInfo) bool { return false }

func writableByOthers(fs.FileInfo) bool { return false }
