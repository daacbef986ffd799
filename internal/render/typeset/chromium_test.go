package typeset_test

import (
	"context"
	"encoding/json"
	"html"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"example.org/graphgen/internal/render/typeset"
)

// measuringPage sets each sample as SVG text and leaves the widths, as JSON, in its body.
const measuringPage = `<!DOCTYPE html><meta charset="utf-8"><body><svg xmlns="http://www.w3.org/2000/svg"></svg><script>
const samples = SAMPLES, svg = document.querySelector("svg");
const widths = samples.map(sample => {
	const text = document.createElementNS(svg.namespaceURI, "text");
	text.setAttribute("style", 'font-family: "Liberation Sans"; font-size: ' + sample.Style.Size + "px; font-weight: " + (sample.Style.Bold ? 700 : 400));
	text.textContent = sample.Text;
	svg.append(text);
	return text.getComputedTextLength();
});
document.body.textContent = "widths:" + JSON.stringify(widths);
</script>`

type sample struct {
	Text  string
	Style typeset.Style
}

// A browser gives the texts of a drawing the widths that they were measured with.
func TestChromiumAgrees(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		const missing = "widths not held against Chromium's: install chromium and fonts-liberation"
		if os.Getenv("GRAPHGEN_JUDGES") == "require" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	var samples []sample
	for _, text := range []string{
		"Office of the High Commissioner for Human Rights", "AVAVA To. Yo, WA “VA” 1711 fi ffi LT’s P. F,", "A Y T A",
		"Міністерство закордонних справ", "Υπουργείο Εξωτερικών", "משרד החוץ", "Hồ Chí Minh, Łódź, Ho\u0302\u0300", "220,000 – 10/2023",
	} {
		for _, size := range []float64{11, 14, 40} {
			for _, bold := range []bool{false, true} {
				samples = append(samples, sample{text, typeset.Style{Size: size, Bold: bold}})
			}
		}
	}
	widths := measureInChromium(t, chromium, samples)
	m := typeset.New()
	worst := 0.0
	for i, s := range samples {
		difference := math.Abs(m.Width(s.Text, s.Style) - widths[i])
		worst = max(worst, difference)
		if difference > 0.1 {
			t.Errorf("%q at %+v: %.3f px, in Chromium %.3f px", s.Text, s.Style, m.Width(s.Text, s.Style), widths[i])
		}
	}
	t.Logf("%d texts, largest difference %.3f px", len(samples), worst)
}

func measureInChromium(t *testing.T, chromium string, samples []sample) []float64 {
	t.Helper()
	list, err := json.Marshal(samples)
	if err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(t.TempDir(), "page.html")
	content := regexp.MustCompile("SAMPLES").ReplaceAllLiteralString(measuringPage, string(list))
	if err := os.WriteFile(page, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	browser := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
		"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir="+t.TempDir(), "--dump-dom", "file://"+page)
	browser.WaitDelay = 5 * time.Second
	dump, err := browser.Output()
	if err != nil {
		t.Fatalf("chromium: %v", err)
	}
	found := regexp.MustCompile(`widths:(\[[^\]]*\])`).FindSubmatch(dump)
	if found == nil {
		t.Fatalf("chromium measured nothing: %.500s", dump)
	}
	var widths []float64
	if err := json.Unmarshal([]byte(html.UnescapeString(string(found[1]))), &widths); err != nil {
		t.Fatal(err)
	}
	if len(widths) != len(samples) {
		t.Fatalf("%d widths of %d texts", len(widths), len(samples))
	}
	return widths
}
