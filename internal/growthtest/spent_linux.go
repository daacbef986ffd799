package growthtest

import (
	"time"

	"golang.org/x/sys/unix"
)

// spent is how long this thread has computed: what waits for a processor takes no time.
func spent() time.Duration {
	var at unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &at); err != nil {
		panic(err)
	}
	return time.Duration(at.Nano())
}
