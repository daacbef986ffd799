package markup

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

func TestMark(t *testing.T) {
	for _, test := range []struct{ lang, text, want string }{
		{"en", "Ada Berg", "Ada Berg"},
		{"", "Ada Berg", "Ada Berg"},
		{"en", `<b> & "x"`, "&lt;b&gt; &amp; &#34;x&#34;"},
		{"en", "Hun Manet (ហ៊ុន ម៉ាណែត)", `Hun Manet (<span lang="km">ហ៊ុន ម៉ាណែត)</span>`},
		{"km", "ហ៊ុន — heads — រដ្ឋ", `<span lang="km">ហ៊ុន — </span>heads — <span lang="km">រដ្ឋ</span>`},
		{"fr", "Qui dit quoi ?", `<span lang="fr">Qui dit quoi ?</span>`},
		{"en", "by نور عزيز.", `<span dir="auto">by <span lang="ar">نور عزيز.</span></span>`},
		{"ar", "قال \u2066Focus\u2069", "<span dir=\"auto\"><span lang=\"ar\">قال \u2066</span>Focus\u2069</span>"},
		{"fa", "نور", `<span dir="auto"><span lang="fa">نور</span></span>`},
		{"zh-Hant", "海港", `<span lang="zh-Hant">海港</span>`},
		{"ja", "港の話", `<span lang="ja">港の話</span>`},
		{"en", "港の話", `<span lang="zh">港</span><span lang="ja">の</span><span lang="zh">話</span>`},
		{"uk", "порт", `<span lang="uk">порт</span>`},
		{"en", "2023", "2023"},
		{"en", "", ""},
	} {
		if got := string(Marker{Page: "en", Lang: test.lang}.Mark(test.text)); got != test.want {
			t.Errorf("%q in %q is written\n%s, want\n%s", test.text, test.lang, got, test.want)
		}
	}
}

// In a page of another language it is the texts that are not in that one which are told apart.
func TestMarkInOtherPages(t *testing.T) {
	for _, test := range []struct{ page, lang, text, want string }{
		{"km", "en", "តាម Ada Berg", `តាម <span lang="en">Ada Berg</span>`},
		{"fr", "fr", "Qui ?", "Qui ?"},
		{"fr", "km", "Qui ?", "Qui ?"},
		{"ar", "en", "قال Ada", `<span dir="auto">قال <span lang="en">Ada</span></span>`},
	} {
		if got := string(Marker{Page: test.page, Lang: test.lang}.Mark(test.text)); got != test.want {
			t.Errorf("%q in %s is written\n%s, want\n%s", test.text, test.page, got, test.want)
		}
	}
}

// A language that is known goes before what a script tells.
func TestMarkParts(t *testing.T) {
	for _, test := range []struct {
		parts []Part
		want  string
	}{
		{nil, ""},
		{[]Part{{"Said by ", ""}, {"Hélène", "fr"}, {".", "en"}}, `Said by <span lang="fr">Hélène</span>.`},
		{[]Part{{"by \u2068", ""}, {"نور", "fa"}, {"\u2069", ""}}, "<span dir=\"auto\">by \u2068<span lang=\"fa\">نور</span>\u2069</span>"},
		{[]Part{{"ប៊ែក & Ada", "km"}}, `<span lang="km">ប៊ែក &amp; <span lang="en">Ada</span></span>`},
	} {
		if got := string(Marker{Page: "en", Lang: "en"}.MarkParts(test.parts)); got != test.want {
			t.Errorf("%q is written\n%s, want\n%s", test.parts, got, test.want)
		}
	}
}

// Whatever a text holds, a page shows it as it stands, and has no other elements for it than
// those that tell its languages.
func FuzzMark(f *testing.F) {
	for _, seed := range []string{"Ada <script>", "ហ៊ុន & heads", "نور\" onclick='x'", "&lt;", "\x00", "a\u202eb"} {
		f.Add(seed, "en")
		f.Add(seed, "km")
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\r\ufffd") || lang != "en" && lang != "km" && lang != "ar" {
			t.Skip("no case file holds it, or HTML has another character for it")
		}
		root, err := html.Parse(strings.NewReader("<!doctype html><title>x</title><body><p>" + string(Marker{Page: "en", Lang: lang}.Mark(text))))
		if err != nil {
			t.Fatal(err)
		}
		var told strings.Builder
		for n := range root.Descendants() {
			switch {
			case n.Type == html.TextNode && n.Parent.Data != "title":
				told.WriteString(n.Data)
			case n.Type == html.ElementNode && !strings.Contains("html head title body p span", n.Data):
				t.Errorf("%q makes a %s", text, n.Data)
			case n.Type == html.CommentNode:
				t.Errorf("%q makes a comment", text)
			}
		}
		if told.String() != text {
			t.Errorf("%q is shown as %q", text, &told)
		}
	})
}
