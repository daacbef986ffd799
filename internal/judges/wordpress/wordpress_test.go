package wordpress

import "testing"

func TestFilter(t *testing.T) {
	for _, test := range []struct{ html, left string }{
		{`<p lang="km" dir="ltr">a &amp; b</p>`, `<p lang="km" dir="ltr">a &amp; b</p>`},
		{`<img src="a.png" alt="ប៊" loading="lazy" />`, `<img src="a.png" alt="ប៊" loading="lazy" />`},
		{`<a href="javascript:x" onclick="x">a</a>`, `<a href="x">a</a>`},
		{`<svg><path d="M0 0"/></svg><iframe src="a"></iframe>b`, `b`},
	} {
		if got := Filter(t, test.html); got != test.left {
			t.Errorf("of %s it leaves %s, want %s", test.html, got, test.left)
		}
	}
}
