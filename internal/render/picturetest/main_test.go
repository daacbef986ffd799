// Package picturetest measures pictures as readers get them: drawn by Chromium, under several
// fonts, in light and in dark. It holds tests alone, and must never know how a picture is made:
// what it measures is what a drawing promises.
package picturetest

import (
	"testing"

	"example.org/graphgen/internal/judges/chromium"
	"example.org/graphgen/internal/render/workertest"
)

func TestMain(m *testing.M) { workertest.Main(chromium.Sharing{Tests: m}) }
