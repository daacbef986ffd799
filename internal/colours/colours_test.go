package colours_test

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"example.org/graphgen/internal/colours"
	"example.org/graphgen/internal/judges"
)

func TestParse(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"#a3261d", "#a3261d"}, {"#A3261DFF", "#a3261d"}, {"#fa0", "#ffaa00"}, {"#fa0f", "#ffaa00"},
		{"red", "#ff0000"}, {" Red ", "#ff0000"}, {"green", "#00ff00"}, {"/svg/green", "#008000"}, {"/x11/green", "#00ff00"}, {"//gray", "#c0c0c0"},
		{"gray50", "#7f7f7f"}, {"grey100", "#ffffff"}, {"0.5 1 1", "#00ffff"}, {".0,1,.5", "#7f0000"}, {"0.6,0.4,0.9", "#89aee5"},
	} {
		c, err := colours.Parse(test.text)
		if err != nil || c.String() != test.want {
			t.Errorf("%q is %v, %v; want %s", test.text, c, err, test.want)
		}
	}
	for _, test := range []struct{ text, want string }{
		{"", "no colour"}, {"transparent", "hides"}, {"none", "hides"}, {"Invis", "hides"}, {"#ff000000", "see-through"}, {"#f000", "see-through"},
		{"#ff0000fe", "see-through"}, {"red:blue", "list"}, {"red;0.5", "list"}, {"#ff00", "see-through"}, {"#ff", "no colour"}, {"#zzzzzz", "no colour"}, {"nosuch", "graphgen knows"},
		{"/accent3/1", "graphgen knows"}, {"1 2", "no colour"}, {"0.1,0.2,0.3,0.4", "no colour"}, {"0.1,nan,1", "no colour"}, {"gray101", "graphgen knows"}, {"gray-1", "graphgen knows"},
	} {
		if c, err := colours.Parse(test.text); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q is %v, %v; want an error with %q", test.text, c, err, test.want)
		}
	}
}

// Graphviz draws the same colours.
func TestColoursAreGraphvizs(t *testing.T) {
	names := []string{"red", "green", "gray", "grey", "maroon", "purple", "navyblue", "violetred", "lightgoldenrod", "lightslateblue", "crimson", "teal",
		"orchid", "tomato", "slategray", "darkgreen", "gray0", "gray33", "gray50", "gray77", "gray100", "#a3261d", "0.6 0.4 0.9", "0.25,0.5,0.75",
		"0.1 1 1", "0.95 0.3 0.6", "1 1 1", "/svg/gray", "/svg/purple", "rebeccapurple", "indigo", "olive", "silver", "lime", "aqua", "fuchsia"}
	var graph strings.Builder
	graph.WriteString("digraph {")
	for i, name := range names {
		fmt.Fprintf(&graph, "n%03d [color=%q];", i, name)
	}
	graph.WriteString("}")
	cmd := exec.Command(judges.Program(t, "dot"), "-Tjson")
	cmd.Stdin = strings.NewReader(graph.String())
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var drawn struct {
		Objects []struct {
			Draw []struct{ Op, Color string } `json:"_draw_"`
		}
	}
	if err := json.Unmarshal(out, &drawn); err != nil {
		t.Fatal(err)
	}
	for i, name := range names {
		want := ""
		for _, o := range drawn.Objects[i].Draw {
			if o.Op == "c" {
				want = o.Color
			}
		}
		if c, err := colours.Parse(name); err != nil || c.String() != want {
			t.Errorf("%q is %v, %v; Graphviz draws %s", name, c, err, want)
		}
	}
}

func TestContrast(t *testing.T) {
	black, white := colours.RGB{}, colours.RGB{R: 255, G: 255, B: 255}
	for _, test := range []struct {
		a, b colours.RGB
		want float64
	}{{black, white, 21}, {white, black, 21}, {white, white, 1}, {colours.RGB{R: 118, G: 118, B: 118}, white, 4.54}} {
		if got := colours.Contrast(test.a, test.b); got < test.want-0.01 || got > test.want+0.01 {
			t.Errorf("%v on %v is %.3f, want %.2f", test.a, test.b, got, test.want)
		}
	}
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			c := colours.RGB{R: uint8(r), G: uint8(g), B: 90}
			for _, behind := range []colours.RGB{black, white, {R: 30, G: 35, B: 41}, {R: 120, G: 120, B: 120}, {R: 200, G: 10, B: 60}} {
				got := colours.Readable(c, behind, colours.LeastOfLine)
				if colours.Contrast(got, behind) < colours.LeastOfLine {
					t.Errorf("%v on %v became %v, which is too faint", c, behind, got)
				}
				if colours.Contrast(c, behind) >= colours.LeastOfLine && got != c {
					t.Errorf("%v on %v became %v, and needed not", c, behind, got)
				}
			}
		}
	}
}

func ExampleParse() {
	c, err := colours.Parse("0.6 0.4 0.9")
	fmt.Println(c, err)
	_, err = colours.Parse("transparent")
	fmt.Println(err)
	// Output:
	// #89aee5 <nil>
	// transparent hides what it colours
}
