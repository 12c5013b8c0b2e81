package spelling

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b   string
		limit  int
		want   int
		reason string
	}{
		{"", "", 2, 0, "empty"},
		{"hikvision", "hikvision", 0, 0, "equal"},
		{"hikvision", "hikvison", 2, 1, "a letter too few"},
		{"hikvision", "hikvisiion", 2, 1, "a letter too many"},
		{"hikvision", "hikvosion", 2, 1, "another letter"},
		{"hikvision", "hikviison", 2, 1, "a transposition counts once"},
		{"ca", "abc", 3, 3, "optimal string alignment edits no substring twice"},
		{"dahua", "yitu", 2, 3, "beyond the limit is the limit and one"},
		{"大华", "大花", 2, 1, "characters, not bytes"},
		{strings.Repeat("a", 70), strings.Repeat("a", 69), 2, 3, "too long to measure"},
	} {
		if got := Distance(tt.a, tt.b, tt.limit); got != tt.want {
			t.Errorf("%s: Distance(%q, %q, %d) = %d, want %d", tt.reason, tt.a, tt.b, tt.limit, got, tt.want)
		}
	}
}

// plainDistance is the textbook recurrence over the whole table, without a
// limit.
func plainDistance(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0:
				d[i][j] = j
			case j == 0:
				d[i][j] = i
			default:
				cost := 1
				if a[i-1] == b[j-1] {
					cost = 0
				}
				d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					d[i][j] = min(d[i][j], d[i-2][j-2]+1)
				}
			}
		}
	}
	return d[len(a)][len(b)]
}

func FuzzDistance(f *testing.F) {
	f.Add("hikvision", "hikviison", 2)
	f.Add("大华", "hua", 1)
	f.Fuzz(func(t *testing.T, a, b string, limit int) {
		ra, rb := []rune(a), []rune(b)
		if len(ra) >= maxLetters || len(rb) >= maxLetters || limit < 0 || limit > 8 || string(ra) != a || string(rb) != b {
			t.Skip()
		}
		want := min(plainDistance(ra, rb), limit+1)
		if got := Distance(a, b, limit); got != want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", a, b, limit, got, want)
		}
		if got, other := Distance(a, b, limit), Distance(b, a, limit); got != other {
			t.Errorf("Distance(%q, %q, %d) is %d one way and %d the other", a, b, limit, got, other)
		}
	})
}

// words draws words of a few letters, so that many lie near each other, and long
// ones with the errors that make others of them.
func words(rng *rand.Rand, n int) []string {
	out := make([]string, n)
	long := "publicsecuritybureauofthemunicipality"
	for i := range out {
		if i%4 > 0 {
			for range 1 + rng.IntN(11) {
				out[i] += string(rune('a' + rng.IntN(3)))
			}
			continue
		}
		w := []byte(long[:24+rng.IntN(12)])
		for range rng.IntN(4) {
			at := rng.IntN(len(w) - 1)
			switch rng.IntN(4) {
			case 0:
				w[at] = 'x'
			case 1:
				w[at], w[at+1] = w[at+1], w[at]
			case 2:
				w = append(w[:at], w[at+1:]...)
			case 3:
				w = append(w[:at+1], w[at:]...)
			}
		}
		out[i] = string(w)
	}
	return out
}

// TestDictionaryFindsAll holds that Near finds the words within the edits that
// MaxEdits tolerates and no others, by comparing with every word.
func TestDictionaryFindsAll(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 3))
	var f Finder
	listed := words(rng, 800)
	var d Dictionary
	for i, w := range listed {
		d.Add(w, int32(i))
	}
	d.Build()
	for _, q := range words(rng, 300) {
		for limit := range Most + 1 {
			var want []string
			for _, w := range listed {
				if most := min(limit, MaxEdits(len(q), len(w))); Distance(q, w, most) <= most {
					want = append(want, w)
				}
			}
			var got []string
			for _, n := range d.Near(&f, nil, q, limit) {
				got = append(got, listed[n])
			}
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("Near(%q, %d) finds %q, want %q", q, limit, got, want)
			}
		}
	}
}

// TestTableFindsAll holds that a Table finds every number under its hash, and
// hardly any under another.
func TestTableFindsAll(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 7))
	for _, keys := range []int{0, 1, 3, 4, 1000, 50_000} {
		var table Table
		want := map[uint64][]int32{}
		for i := range keys {
			h := Mix(rng.Uint64N(uint64(keys)))
			if !slices.Contains(want[h], int32(i/2)) {
				want[h] = append(want[h], int32(i/2))
			}
			table.Add(h, int32(i/2))
		}
		table.Build()
		strangers := 0
		for h, numbers := range want {
			got := table.Append(nil, h)
			if !slices.IsSorted(got) {
				t.Errorf("of %d keys, Append gives %v, want it sorted", keys, got)
			}
			for _, n := range numbers {
				if !slices.Contains(got, n) {
					t.Errorf("of %d keys, Append misses %d", keys, n)
				}
			}
			strangers += len(got) - len(numbers)
		}
		if strangers*1000 > keys {
			t.Errorf("of %d keys, Append finds %d numbers of other keys", keys, strangers)
		}
	}
}

func TestCutOff(t *testing.T) {
	var d Dictionary
	for i, w := range []string{"technology", "technical", "trading", "tech"} {
		d.Add(w, int32(i))
	}
	d.Build()
	got := d.CutOff(nil, "techn")
	slices.Sort(got)
	if !slices.Equal(got, []int32{0, 1}) {
		t.Errorf("CutOff(techn) finds %v, want technology and technical", got)
	}
}

func TestEmpty(t *testing.T) {
	var d Dictionary
	d.Build()
	if found := d.Near(new(Finder), nil, "hikvision", Most); len(found) > 0 {
		t.Errorf("an empty dictionary finds %v", found)
	}
	var table Table
	if found := table.Append(nil, Hash("x")); len(found) > 0 {
		t.Errorf("an empty table finds %v", found)
	}
}

func ExampleDictionary() {
	var d Dictionary
	for i, w := range []string{"hikvision", "dahua", "megvii"} {
		d.Add(w, int32(i))
	}
	d.Build()
	fmt.Println(d.Near(new(Finder), nil, "hikvison", Most))
	// Output: [0]
}

func ExampleDistance() {
	fmt.Println(Distance("hikvision", "hikviison", Most))
	// Output: 1
}

func BenchmarkNear(b *testing.B) {
	rng := rand.New(rand.NewPCG(4, 5))
	var d Dictionary
	for i, w := range words(rng, 40_000) {
		d.Add(w, int32(i))
	}
	d.Build()
	var f Finder
	var found []int32
	for b.Loop() {
		found = d.Near(&f, found[:0], "abacabadefg", Most)
	}
}
