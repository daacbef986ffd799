package numerals

import (
	"fmt"
	"testing"
)

func TestNamed(t *testing.T) {
	for _, c := range []struct {
		text, number string
		want         bool
	}{
		{"at least 100,000 people in Cambodia", "100000", true},
		{"at least 100,000 people in Cambodia", "10000", false},
		{"at least 100,000 people in Cambodia", "1000000", false},
		{"259 human-trafficking cases in the first 10 months of 2023", "259", true},
		{"259 human-trafficking cases in the first 10 months of 2023", "10", true},
		{"259 human-trafficking cases in the first 10 months of 2023", "2592023", false},
		{"involving seven nationalities", "7", true},
		{"I think sixty sand barges came in", "60", true},
		{"I think sixty-one sand barges came in", "61", true},
		{"a sum of 2.4 billion euros", "2400000000", true},
		{"a sum of 2.4 billion euros", "24", false},
		{"€2.4bn were moved", "2400000000", true},
		{"US$ 5m", "5000000", true},
		{"1.234.567,89 Euro", "1234567.89", true},
		{"1,234,567.89 dollars", "1234567.89", true},
		{"1 234 567 kroner", "1234567", true},
		{"1\u00a0234\u202f567 F", "1234567", true},
		{"1'234'567 Franken", "1234567", true},
		{"12,34,567 rupees", "1234567", true},
		{"3 lakh crore", "3000000000000", true},
		{"1,5 Millionen", "1500000", true},
		{"1.500 Euro", "1500", true},
		{"1.500 Euro", "1.5", true},
		{"in 2023 100 people", "100", true},
		{"in 2023 100 people", "2023", true},
		{"rooms 3, 4 and 5", "4", true},
		{"rooms 3,4,5", "4", true},
		{"rooms 3,4,5", "345", false},
		{"១០០ ០០០ នាក់", "100000", true},
		{"១០ម៉ឺននាក់", "100000", true},
		{"๒.๔ ล้านบาท", "2400000", true},
		{"5 แสนล้านบาท", "500000000000", true},
		{"໒໕໐ ລ້ານກີບ", "250000000", true},
		{"သိန်း ၂၀", "2000000", true},
		{"၂၀ သိန်း", "2000000", true},
		{"٢٫٤ مليار", "2400000000", true},
		{"١٠٠٬٠٠٠ شخص", "100000", true},
		{"۱۲۳ نفر", "123", true},
		{"two hundred and fifty thousand people", "250000", true},
		{"half a million", "500000", true},
		{"a million people", "1000000", true},
		{"three and a half million", "3500000", true},
		{"one million two hundred thousand", "1200000", true},
		{"a dozen men", "12", true},
		{"three dozen", "36", true},
		{"half of them", "50", true},
		{"three quarters of the work force", "75", true},
		{"nine of ten", "9", true},
		{"nine of ten", "10", true},
		{"twenty three", "23", true},
		{"one two three", "2", true},
		{"one two three", "6", false},
		{"no number at all", "0", false},
		{"a man and a boat", "1", false},
		{"-5 degrees", "5", true},
		{"100%", "100", true},
		{"1.0e5", "1.0", true},
		{"nineteen hundred", "1900", true},
		{"2,000 and 3,500", "3500", true},
		{"３００人", "300", true},
		{"3万人", "30000", true},
		{"0.5", "0.50", true},
	} {
		if got := Named(c.text, c.number); got != c.want {
			t.Errorf("%q names %s: %v; read %v", c.text, c.number, got, In(c.text))
		}
	}
}

// FuzzIn reads no text for long, and finds a number in plain digits wherever it stands apart.
func FuzzIn(f *testing.F) {
	f.Add("two hundred and fifty thousand, 1.234,5 ๒.๔ ล้าน", uint32(12))
	f.Fuzz(func(t *testing.T, text string, n uint32) {
		In(text)
		if with := fmt.Sprintf("%s; %d; %s", text, n, text); !Named(with, fmt.Sprint(n)) {
			t.Errorf("%d is not found in %q", n, with)
		}
	})
}

func ExampleNamed() {
	fmt.Println(Named("more than 2.4 billion dollars", "2400000000"), Named("sixty barges", "66"))
	// Output: true false
}
