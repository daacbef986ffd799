//go:build !linux

package growthtest

import "time"

var began = time.Now()

func spent() time.Duration { return time.Since(began) }
