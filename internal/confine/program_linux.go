package confine

import (
	"os"
	"os/exec"
	"syscall"
)

// DieWithParent has the kernel kill the process when its parent is gone, even in the
// middle of a layout and even when the parent was killed.
func DieWithParent(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}

// Program is the running program itself, also when its file was replaced since: the
// child looks the link up before it becomes another program.
func Program() (string, error) {
	const running = "/proc/self/exe"
	if _, err := os.Stat(running); err == nil {
		return running, nil
	}
	return os.Executable()
}
