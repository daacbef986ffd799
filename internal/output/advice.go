package output

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"syscall"

	"github.com/rogpeppe/go-internal/robustio"
)

// Numbers of Windows for a disk that is full; package syscall names neither.
const (
	windowsHandleDiskFull = syscall.Errno(39)
	windowsDiskFull       = syscall.Errno(112)
)

// advise says with an error of the system what to do about it. It returns nil for nil.
func advise(err error) error {
	if advice := adviceFor(err); advice != "" {
		return fmt.Errorf("%w; %s", err, advice)
	}
	return err
}

func adviceFor(err error) string {
	windows := runtime.GOOS == "windows"
	switch {
	case err == nil:
		return ""
	case isAny(err, syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG),
		windows && isAny(err, windowsDiskFull, windowsHandleDiskFull):
		return "make room on the disk and try again, or choose another folder"
	case windows && robustio.IsEphemeralError(err):
		return "close the programs that have it open and try again"
	case isAny(err, fs.ErrPermission, syscall.EROFS):
		return "allow graphgen to write there, or choose another folder"
	case isAny(err, syscall.ENOTDIR, syscall.EEXIST):
		return "something that is no folder has the name of one; move it away, or choose another folder"
	case isAny(err, syscall.ENAMETOOLONG):
		return "choose a shorter name"
	case isAny(err, fs.ErrNotExist):
		return "the folder vanished meanwhile; try again"
	}
	return ""
}

func isAny(err error, targets ...error) bool {
	for _, target := range targets {
		if errors.Is(err, target) {
			return true
		}
	}
	return false
}
