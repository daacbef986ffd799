package accusing_test

import (
	"testing"

	"example.org/graphgen/internal/accusing"
)

func TestNamesThatLookTheSame(t *testing.T) {
	for _, c := range [][2]string{
		{"Olav Berg", "olav berg"}, {"Olav Berg", "Ola\u200dv Berg"}, {"Olav Berg", "Olav Berg."}, {"Olav Berg", "Mr Olav Berg"}, {"Olav Berg", "Mr. Olav Berg"},
		{"Olav Berg", "Berg, Olav"}, {"Olav Berg", "Ol\u0430v Berg"}, {"Olav Berg", "0lav Berg"}, {"Olav Berg", "Olav\u00a0Berg"}, {"Olav Berg", "Olav-Berg"},
		{"Olav Berg", "Ólav Berg"}, {"Olav Berg", "“Olav Berg”"}, {"Olav Berg", "Olav Berg’s"}, {"Olav Berg", "OLAV BERG"}, {"Olav Berg", "Dr Olav Berg Jr"},
		{"Quay Nine Services", "Quay Nine Services Ltd."}, {"Estuary Gazette", "The Estuary Gazette"}, {"มาลี ทองดี", "นางสาวมาลี ทองดี"}, {"មាលី ថង", "លោកស្រី មាលី\u200bថង"},
		{"Dara Voeun", "DaraVoeun"},
	} {
		if !accusing.NameOf(c[0]).Same(accusing.NameOf(c[1])) {
			t.Errorf("%q and %q are told apart", c[0], c[1])
		}
	}
	for _, c := range [][2]string{{"Olav Berg", "Olga Berg"}, {"Olav Berg", "Olav Bergman"}, {"…", "—"}, {"Ministry of Ports", "Ministry of Justice"}, {"มาลี ทองดี", "มาลี ทองคำ"}} {
		if accusing.NameOf(c[0]).Same(accusing.NameOf(c[1])) {
			t.Errorf("%q and %q are one", c[0], c[1])
		}
	}
}

func TestLabelsThatMayBeNames(t *testing.T) {
	for label, is := range map[string]bool{
		"Olav Berg (broker)": true, "the broker Olav Berg": true, "O. Berg": true, "Olav B.": true, "B., Olav": true, "นายโอลาฟ": false,
		"friends of Olav Berg": false, "Olav Berg’s office": false, "Olav": false, "Berg": false, "K. Moe": false, "O. B.": false,
	} {
		if got := accusing.NameOf(label).MayBe(accusing.NameOf("Olav Berg")); got != is {
			t.Errorf("%q may be Olav Berg: %t, want %t", label, got, is)
		}
	}
}
