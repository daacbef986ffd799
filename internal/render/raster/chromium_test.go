package raster_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/render/raster"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/render/svg"
	"example.org/graphgen/internal/render/typeset"
)

// The measure of agreement. Both pictures are blurred by a box of 3 by 3 pixels, since how the
// edge of a letter is smoothed is each renderer's own. Then, per colour channel (0 to 255):
// the mean of the differences, the share of pixels where one differs by more than 64, and the
// mean difference in the worst square of 16 by 16 pixels, which is what a single label or line
// that is lost or moved shows in, however large the picture.
type disagreement struct{ mean, share, worst float64 }

// allowed is what Chromium and we may differ by.
var allowed = disagreement{mean: 0.8, share: 0.0001, worst: 15}

func (d disagreement) exceeds(bound disagreement) bool {
	return d.mean > bound.mean || d.share > bound.share || d.worst > bound.worst
}

func (d disagreement) String() string {
	return fmt.Sprintf("mean %.3f, %.4f%% of pixels above 64, worst square %.2f", d.mean, d.share*100, d.worst)
}

func compare(t *testing.T, a, b image.Image) disagreement {
	t.Helper()
	if a.Bounds() != b.Bounds() {
		t.Fatalf("pictures of %v and %v", a.Bounds(), b.Bounds())
	}
	const square = 16
	left, right := blurred(a), blurred(b)
	width, height := a.Bounds().Dx(), a.Bounds().Dy()
	squares := make([]float64, ((width+square-1)/square)*((height+square-1)/square))
	var d disagreement
	for i := range left {
		x, y := i%width, i/width
		most := 0.0
		for c := range 3 {
			difference := max(left[i][c]-right[i][c], right[i][c]-left[i][c])
			d.mean += difference / float64(3*width*height)
			squares[y/square*((width+square-1)/square)+x/square] += difference / (3 * square * square)
			most = max(most, difference)
		}
		if most > 64 {
			d.share += 1 / float64(width*height)
		}
	}
	for _, mean := range squares {
		d.worst = max(d.worst, mean)
	}
	return d
}

func blurred(picture image.Image) [][3]float64 {
	bounds := picture.Bounds()
	width, height := bounds.Dx(), bounds.Dy()
	sharp := make([][3]float64, width*height)
	for i := range sharp {
		r, g, b, _ := picture.At(bounds.Min.X+i%width, bounds.Min.Y+i/width).RGBA()
		sharp[i] = [3]float64{float64(r >> 8), float64(g >> 8), float64(b >> 8)}
	}
	soft := make([][3]float64, len(sharp))
	for i := range soft {
		x, y := i%width, i/width
		for dy := -1; dy <= 1; dy++ {
			for dx := -1; dx <= 1; dx++ {
				from := sharp[min(max(y+dy, 0), height-1)*width+min(max(x+dx, 0), width-1)]
				for c := range from {
					soft[i][c] += from[c] / 9
				}
			}
		}
	}
	return soft
}

// fontFaces give a page the fonts that texts are measured with, under a name of svg.FontFamily.
func fontFaces(t *testing.T) string {
	t.Helper()
	var rules strings.Builder
	for script, letters := range map[string]string{"Arabic": "U+600-6FF, U+200C", "Khmer": "U+1780-17FF", "Thai": "U+E00-E7F", "Lao": "U+E80-EFF", "Myanmar": "U+1000-109F"} {
		for style, weight := range map[string]string{"Regular": "400", "Bold": "700"} {
			data, err := os.ReadFile("../typeset/fonts/NotoSans" + script + "-" + style + ".ttf")
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&rules, "@font-face{font-family:'Noto Sans';font-weight:%s;unicode-range:%s;font-display:block;src:url(data:font/ttf;base64,%s)}\n",
				weight, letters, base64.StdEncoding.EncodeToString(data))
		}
	}
	return rules.String()
}

// showWithFonts shows the page's picture once its fonts are there.
const showWithFonts = `Promise.all([...document.fonts].map(font => font.load())).then(() =>
	document.body.append(document.querySelector("template").content))`

// inChromium returns the scene's SVG as Chromium draws it.
func inChromium(t *testing.T, s *scene.Scene, scale int) image.Image {
	t.Helper()
	chromium := judges.Program(t, "chromium")
	written, err := svg.Write(s)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	page, shot := filepath.Join(folder, "page.html"), filepath.Join(folder, "shot.png")
	content := "<!DOCTYPE html><meta charset=utf-8><style>body{margin:0}svg{display:block}\n" + fontFaces(t) + "</style>" +
		"<template>" + string(written) + "</template><script>" + showWithFonts + "</script>"
	if err := os.WriteFile(page, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	browser := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
		"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir="+t.TempDir(), "--hide-scrollbars", fmt.Sprintf("--force-device-scale-factor=%d", scale),
		"--force-color-profile=srgb", "--disable-lcd-text", "--font-render-hinting=none", "--virtual-time-budget=5000",
		fmt.Sprintf("--window-size=%d,%d", int(s.Width)+40, int(s.Height)+200), "--screenshot="+shot, "file://"+page)
	browser.WaitDelay = 5 * time.Second
	if said, err := browser.CombinedOutput(); err != nil {
		t.Fatalf("chromium: %v: %s", err, said)
	}
	data, err := os.ReadFile(shot)
	if err != nil {
		t.Fatal(err)
	}
	picture := decode(t, data)
	cut := image.Rect(0, 0, int(s.Width)*scale, int(s.Height)*scale)
	if !cut.In(picture.Bounds()) {
		t.Fatalf("chromium drew %v", picture.Bounds())
	}
	return picture.(interface {
		SubImage(image.Rectangle) image.Image
	}).SubImage(cut)
}

func decode(t *testing.T, data []byte) image.Image {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

func ours(t *testing.T, s *scene.Scene, scale float64) image.Image {
	t.Helper()
	data, err := raster.PNG(s, scale, typeset.New())
	if err != nil {
		t.Fatal(err)
	}
	return decode(t, data)
}

// keep writes pictures to the folder that GRAPHGEN_PICTURES names, to be looked at.
func keep(t *testing.T, name string, picture image.Image) {
	t.Helper()
	folder := os.Getenv("GRAPHGEN_PICTURES")
	if folder == "" {
		return
	}
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestChromiumAgrees(t *testing.T) {
	for _, scale := range []int{1, 2} {
		judged, drawn := inChromium(t, sample(), scale), ours(t, sample(), float64(scale))
		keep(t, fmt.Sprintf("chromium-%dx", scale), judged)
		keep(t, fmt.Sprintf("ours-%dx", scale), drawn)
		d := compare(t, judged, drawn)
		t.Logf("%dx: %v", scale, d)
		if d.exceeds(allowed) {
			t.Errorf("%dx: Chromium's picture and ours differ: %v; allowed is %v", scale, d, allowed)
		}
		if scale == 1 {
			seesFaults(t, judged)
		}
	}
}

// seesFaults holds that what would be an error in a picture is outside of what is allowed.
func seesFaults(t *testing.T, judged image.Image) {
	t.Helper()
	for name, fault := range map[string]func(*scene.Scene){
		"a missing label":       func(s *scene.Scene) { part(s, "r1").Items = part(s, "r1").Items[:2] },
		"a missing word":        func(s *scene.Scene) { edit(s, "r2", func(t *scene.Text) { t.Value = "" }) },
		"a missing mark":        func(s *scene.Scene) { edit(s, "r3", func(t *scene.Text) { t.Value = "spread to" }) },
		"a missing halo":        func(s *scene.Scene) { edit(s, "r4", func(t *scene.Text) { t.Halo = scene.Colour{} }) },
		"solid, not dashed":     func(s *scene.Scene) { redash(s, "r1", scene.Solid) },
		"solid, not dotted":     func(s *scene.Scene) { redash(s, "r2", scene.Solid) },
		"dotted, not dashed":    func(s *scene.Scene) { redash(s, "r1", scene.Dotted) },
		"a box moved by 4 px":   func(s *scene.Scene) { move(part(s, "a"), 4) },
		"a label moved by 4 px": func(s *scene.Scene) { edit(s, "r2", func(t *scene.Text) { t.X += 4 }) },
		"regular, not bold":     func(s *scene.Scene) { edit(s, "a", func(t *scene.Text) { t.Bold = false }) },
		"a line turned around":  func(s *scene.Scene) { edit(s, "i", func(t *scene.Text) { t.RightToLeft = false }) },
		"nothing set apart": func(s *scene.Scene) {
			edit(s, "i", func(t *scene.Text) { t.Value = "UN Women! قالت ٢٠٢٣ [3]" })
		},
		"letters turned around": func(s *scene.Scene) { edit(s, "h", func(t *scene.Text) { t.Value = "ץוחה דרשמ 12 (AB)" }) },
	} {
		wrong := sample()
		fault(wrong)
		d := compare(t, judged, ours(t, wrong, 1))
		t.Logf("%s: %v", name, d)
		if !d.exceeds(allowed) {
			t.Errorf("%s goes unnoticed: %v; allowed is %v", name, d, allowed)
		}
	}
}
