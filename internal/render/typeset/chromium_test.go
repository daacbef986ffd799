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
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/render/typeset"
)

// measuringPage sets each sample as SVG text and leaves the widths, as JSON, in its body. The
// shipped fonts come with the page, each under its file's name; the browser's own Liberation
// Sans is the one that a reader has.
const measuringPage = `<!DOCTYPE html><meta charset="utf-8"><body><svg xmlns="http://www.w3.org/2000/svg"></svg><script>
const samples = SAMPLES, fonts = FONTS, svg = document.querySelector("svg");
Promise.all(fonts.map(font => {
	const face = new FontFace(font.Family, "url(data:font/ttf;base64," + font.Data + ")", {weight: font.Weight});
	document.fonts.add(face);
	return face.load();
})).then(() => {
	const widths = samples.map(sample => {
		const text = document.createElementNS(svg.namespaceURI, "text");
		text.setAttribute("style", "font-family: " + sample.Family + "; font-size: " + sample.Style.Size + "px; font-weight: " + (sample.Style.Bold ? 700 : 400));
		text.textContent = sample.Text;
		svg.append(text);
		return text.getComputedTextLength();
	});
	document.body.textContent = "widths:" + JSON.stringify(widths);
});
</script>`

type sample struct {
	Text   string
	Style  typeset.Style
	Family string
}

// pageFont is a font file that the measuring page brings along.
type pageFont struct {
	Family, Weight string
	Data           []byte
}

// shippedFamilies is the font stack of a reader who has the fonts that are measured with.
const shippedFamilies = `"Liberation Sans", NotoSansArabic, NotoSansKhmer, NotoSansLao, NotoSansMyanmar, NotoSansThai`

func shippedFonts(t *testing.T) []pageFont {
	t.Helper()
	var fonts []pageFont
	for _, script := range []string{"Arabic", "Khmer", "Lao", "Myanmar", "Thai"} {
		for style, weight := range map[string]string{"Regular": "400", "Bold": "700"} {
			data, err := os.ReadFile("fonts/NotoSans" + script + "-" + style + ".ttf")
			if err != nil {
				t.Fatal(err)
			}
			fonts = append(fonts, pageFont{"NotoSans" + script, weight, data})
		}
	}
	return fonts
}

// samplesOf sets each text at some sizes in both weights.
func samplesOf(family string, texts ...string) []sample {
	var samples []sample
	for _, text := range texts {
		for _, size := range []float64{11, 14, 40} {
			for _, bold := range []bool{false, true} {
				samples = append(samples, sample{text, typeset.Style{Size: size, Bold: bold}, family})
			}
		}
	}
	return samples
}

func holdAgainst(t *testing.T, m *typeset.Measurer, samples []sample, widths []float64) {
	t.Helper()
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

// A browser gives the texts of a drawing the widths that they were measured with.
func TestChromiumAgrees(t *testing.T) {
	chromium := judges.Program(t, "chromium")
	samples := samplesOf(shippedFamilies,
		"Office of the High Commissioner for Human Rights", "AVAVA To. Yo, WA “VA” 1711 fi ffi LT’s P. F,", "A Y T A",
		"Міністерство закордонних справ", "Υπουργείο Εξωτερικών", "משרד החוץ", "Hồ Chí Minh, Łódź, Ho\u0302\u0300", "220,000 – 10/2023",
		"ព្រះរាជាណាចក្រកម្ពុជា", "ក្រសួង\u200Bមហាផ្ទៃ នៃ (កម្ពុជា) ១២៣ 123", "ខ្ញុំស្ត្រី ៖ ប្រឹក្សា",
		"กระทรวงการต่างประเทศ", "น้ำ ปู่ย่า ญู ฐุ “ไทย” 2567 ๒๕๖๗", "ສາທາລະນະລັດ ປະຊາທິປະໄຕ ນ້ຳ ບໍ່ 12",
		"ပြည်ထောင်စု သမ္မတ မြန်မာနိုင်ငံတော်", "အင်္ဂလိပ် ဝန်ကြီးချုပ် ကြွ (၂၀၂၄)။",
		"وزارة الداخلية، مُحَمَّد (الأمم المتحدة) ٢٠٢٣؟ 12", "پاکستان می\u200Cخواهم ہیں ۱۴۰۲", "لا إله بلا", "ـــب",
		"by \u2067وزارة العدل\u2069 [3]", "قال \u2066UN Women (NGO)\u2069 AV", "\u2067משרד \u2066AV (12)\u2069 משרד\u2069, 12",
		"Ministry of Interior (ក្រសួងមហាផ្ទៃ) – กระทรวง")
	widths := measureInChromium(t, chromium, shippedFonts(t), samples)
	holdAgainst(t, typeset.New(), samples, widths)
}

// A newsroom's own font is measured as a browser measures it, with a bold of its own or
// thickened, and what it lacks in the shipped ones.
func TestChromiumAgreesOnAnOwnFont(t *testing.T) {
	chromium := judges.Program(t, "chromium")
	regular, err := os.ReadFile("fonts/NotoSansThai-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	bold, err := os.ReadFile("fonts/NotoSansThai-Bold.ttf")
	if err != nil {
		t.Fatal(err)
	}
	fonts := append(shippedFonts(t), pageFont{"Thin", "400", regular}, pageFont{"Both", "400", regular}, pageFont{"Both", "700", bold})
	texts := []string{"Phnom Penh, AVA To.", "กระทรวง 2567", "Україна", "ក្រសួង Interior"}
	thin := samplesOf("Thin, "+shippedFamilies, texts...)
	both := samplesOf("Both, "+shippedFamilies, texts...)
	widths := measureInChromium(t, chromium, fonts, append(thin, both...))
	for i, options := range []typeset.Options{{Font: regular}, {Font: regular, BoldFont: bold}} {
		m, err := typeset.NewWith(options)
		if err != nil {
			t.Fatal(err)
		}
		holdAgainst(t, m, [][]sample{thin, both}[i], widths[i*len(thin):][:len(thin)])
	}
}

func measureInChromium(t *testing.T, chromium string, fonts []pageFont, samples []sample) []float64 {
	t.Helper()
	list, err := json.Marshal(samples)
	if err != nil {
		t.Fatal(err)
	}
	files, err := json.Marshal(fonts)
	if err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(t.TempDir(), "page.html")
	content := strings.NewReplacer("SAMPLES", string(list), "FONTS", string(files)).Replace(measuringPage)
	if err := os.WriteFile(page, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	browser := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
		"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir="+t.TempDir(), "--virtual-time-budget=20000", "--dump-dom", "file://"+page)
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
