package hosttest

import (
	"strings"
	"testing"
)

// What would spoil a host page is seen.
func TestFaultsAreSeen(t *testing.T) {
	all := map[string]host{}
	for _, h := range hosts(t) {
		all[h.name] = h
	}
	v := newVisitor(t)
	for _, planted := range []struct{ host, from, to, want string }{
		{"plain", `<div class="pictures">`, `<div class="pictures" style="display: none">`, "0 pictures are seen"},
		{"plain", `<figcaption>`, `<figcaption style="opacity: 0">`, "“As of 10 May 2024” is not seen"},
		{"plain", `href="https://bluelantern.example/statement"`, `href="https://bluelantern.example/"`, "no link to https://bluelantern.example/statement"},
		{"plain", `src="graphics/count/page.html"`, `src="graphics/page.html"`, "asks for https://host.example/graphics/page.html"},
		{"plain", `addEventListener("message"`, `addEventListener("massage"`, "the frame has"},
		{"plain", `#gg-berths\.\.figure .title {`, `.byline, .title {`, "the diagram makes"},
		{"plain", `<figcaption>`, `<figcaption><p style="width: 1500px">wide</p>`, "pixels do not fit into <html"},
		{"hugo", `<figure class="graphgen"`, `<figure class="graphgen" style="color: #999"`, "color-contrast"},
		{"hugo", `<figure class="graphgen"`, `<script>thing()</script><figure class="graphgen"`, "says Uncaught ReferenceError: thing is not defined"},
		{"hugo", `letter-spacing: normal; `, ``, "the host makes"},
		{"hugo", `href="/"`, `href="/papers/"`, `the link to "/papers/" leads to no file`},
		{"wordpress", `quay.2x.png`, `quay.png.html`, "the image has not come"},
		{"wordpress", `max-width:100%`, `min-width:688px`, "the image has 688 pixels"},
	} {
		h := all[planted.host]
		bad := strings.ReplaceAll(h.files[h.page], planted.from, planted.to)
		if bad == h.files[h.page] {
			t.Fatalf("%q is not there", planted.from)
		}
		v.tab.Prefer(t, "light")
		faults := strings.Join(v.faults(t, h.with(bad), 320), "\n")
		if !strings.Contains(faults, planted.want) { // axe-core takes longest
			faults += strings.Join(v.unusable(t), "\n")
		}
		if !strings.Contains(faults, planted.want) {
			t.Errorf("%q: found\n%s\nwant %q", planted.to, faults, planted.want)
		}
	}
}
