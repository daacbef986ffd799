package main

import (
	"math"
	"os"
	"runtime/debug"
)

// Room that the collector is given, in bytes. The program's own code comes on top.
const (
	usualRoom   = 128 << 20 // keeps the process under 160 MiB
	usualInput  = 12 << 20  // 30,000 entities and 40,000 relations; they live in 90 MiB while they are checked
	roomPerByte = 12        // of what is read beyond that, so that a larger case is not collected without end
)

// boundMemory has the collector keep the program in the room that a case of this size needs.
// Left alone it lets garbage grow as large as all that lives. A user's own GOMEMLIMIT holds.
func boundMemory(input int) {
	setRoom(usualRoom + roomPerByte*int64(max(0, input-usualInput)))
}

// unboundMemory takes the bound away, where what is held owes nothing to the size of the case:
// a single picture in pixels may be larger than that, and a watch holds all it has drawn.
func unboundMemory() { setRoom(math.MaxInt64) }

func setRoom(room int64) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(room)
	}
}
