package quotes

import "testing"

func TestWordBoundaries(t *testing.T) {
	tests := []struct {
		text, quote string
		want        Status
	}{
		{"the party line", "art", Missing},
		{"the party line", "part", Missing},
		{"the party line", "arty", Missing},
		{"(the party)", "the party", Found},
		{"the party’s line", "the party", Found},
		{"the party's", "the party", Found},
		{"they can’t deny it", "they can", Missing},
		{"they can’t deny it", "they can't", Found},
		{"O’Brien fled", "Brien fled", Missing},
		{"the ‘party’ line", "party", Found},
		{"he said:'party'", "party", Found},

		{"non-state actors", "state actors", Missing},
		{"non-state actors", "non-state actors", Found},
		{"a state-run firm", "a state", Missing},
		{"a state‑run firm", "a state", Missing},
		{"a state - run by few", "a state", Found},
		{"a state—run by few", "a state", Found},
		{"US–China talks", "China talks", Found},
		{"an _odd_ word", "odd", Found},

		{"some 1,259 people", "259 people", Missing},
		{"some 1,259 people", "1,259 people", Found},
		{"some 1,259 people", "some 1", Missing},
		{"in 2023, 259 people", "259 people", Found},
		{"1 259 personnes", "259 personnes", Missing},
		{"1\u202f259 personnes", "259 personnes", Missing},
		{"1 259 personnes", "1 259 personnes", Found},
		{"au moins 1 259", "au moins 1", Missing},
		{"in 2023 259 people", "259 people", Found},
		{"a 3.5 rise", "5 rise", Missing},
		{"a rise of .5 points", "5 points", Missing},
		{"growth of -5 percent", "5 percent", Missing},
		{"growth of −5 percent", "5 percent", Missing},
		{"growth of −5 percent", "−5 percent", Found},
		{"200–259 people", "259 people", Missing},
		{"200–259 people", "200", Missing},
		{"1/2 of them", "2 of them", Missing},
		{"It ended.5 people", "5 people", Found},
		{"it cost $259 then", "259 then", Found},
		{"259 people.", "259 people", Found},
		{"จำนวน ๑,๒๕๙ คน", "๒๕๙ คน", Missing},
		{"共1259人", "259人", Missing},
		{"共259人被捕", "259人", Found},

		{"le marche\u0301", "le marche", Missing},
		{"q\u0303 q", "q", Found}, // the first is another letter: NFC has no single code point for it
		{"par\u00adty line", "ty line", Missing},
		{"par\u00adty line", "par\u00adty line", Found},
		{"می\u200cخواهم", "خواهم", Missing},
		{"one\u200btwo", "two", Found},

		{"กระทรวงมหาดไทยแถลง", "มหาดไทย", Found},
		{"ว่า'ไทย'ใน", "ไทย", Found},
		{"เมืองไทย", "มือง", Missing}, // the vowel written before it belongs to it
		{"น้ำใจ", "น้", Missing},      // the vowel after it belongs to it
		{"ในThailandมี", "Thailand", Found},
		{"ក្រសួងមហាផ្ទៃបាន", "មហាផ្ទៃ", Found},
		{"ក្រសួង", "រសួង", Missing}, // a letter below another
		{"កា", "ក", Missing},
		{"ကျွန်ုပ်မြန်မာ", "မြန်မာ", Found},
		{"ພາສາລາວ", "ລາວ", Found},
		{"柬埔寨政府否认", "政府", Found},
		{"データセンター", "センター", Found},
	}
	for _, tt := range tests {
		r := Check(mustText(t, tt.text, Plain), []Selector{{Exact: tt.quote}})[0]
		if r.Status != tt.want {
			t.Errorf("%q in %q: got %v, want %v", tt.quote, tt.text, r.Status, tt.want)
		}
	}
}
