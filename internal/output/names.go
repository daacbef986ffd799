package output

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
)

var (
	plainName  = regexp.MustCompile(`^[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_-])?$`)
	deviceName = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)
)

// isPlainName tells whether a name can be that of a file or a folder, on whatever system the
// folder is looked at. Windows takes the names of devices for devices in every folder.
func isPlainName(name string) bool {
	return plainName.MatchString(name) && !deviceName.MatchString(name)
}

// isName tells whether a name is one that a File may have.
func isName(name string) bool {
	folder, base, deep := strings.Cut(name, "/")
	return isPlainName(folder) && (!deep || isPlainName(base))
}

// folderOf returns the folder that a name begins with, or "".
func folderOf(name string) string {
	folder, _, deep := strings.Cut(name, "/")
	if !deep {
		return ""
	}
	return folder
}

// folded is a name where letters' case makes no difference.
func folded(name string) string { return strings.ToLower(name) }

// expectApart returns an error where two of the names cannot stand beside one another on every
// system: two that differ in letters' case alone, of files or of their folders, or a file and
// a folder of one name.
func expectApart(names []string) error {
	files, folders := make(map[string]string, len(names)), map[string]string{}
	for _, name := range names {
		if other, taken := files[folded(name)]; taken {
			return fmt.Errorf("%q and %q are one file on some systems; rename one", other, name)
		}
		files[folded(name)] = name
		folder := folderOf(name)
		if other, taken := folders[folded(folder)]; taken && other != folder {
			return fmt.Errorf("%q and %q are one folder on some systems; rename one", other, folder)
		}
		folders[folded(folder)] = folder
	}
	for _, name := range names {
		if file, taken := files[folded(folderOf(name))]; taken {
			return fmt.Errorf("%q cannot be a file and the folder of %q; rename one", file, name)
		}
	}
	return nil
}

// pathIn is where the file or folder of a name is.
func pathIn(dir, name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
