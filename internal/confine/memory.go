package confine

import "strings"

// RanOutOfMemory tells by the words with which Go's runtime, or its race detector, ends a
// program that the kernel gives no more memory.
func RanOutOfMemory(said string) bool {
	for _, words := range []string{"out of memory", "cannot allocate", "failed to allocate", "failed to create new OS thread", "pthread_create failed"} {
		if strings.Contains(said, words) {
			return true
		}
	}
	return false
}
