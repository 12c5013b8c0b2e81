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

// words draws words of a few letters, so that many lie near each other.
func words(rng *rand.Rand, n int) []string {
	out := make([]string, n)
	for i := range out {
		for range 1 + rng.IntN(11) {
			out[i] += string(rune('a' + rng.IntN(3)))
		}
	}
	return out
}

// TestDictionaryFindsAll holds that Near finds every word within the edits that
// MaxEdits tolerates, by comparing with every word.
func TestDictionaryFindsAll(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 3))
	listed := words(rng, 800)
	var d Dictionary
	for i, w := range listed {
		d.Add(w, int32(i))
	}
	d.Build()
	for _, q := range words(rng, 300) {
		found := map[int32]bool{}
		d.Near(q, Most, func(numbers []int32) {
			for _, n := range numbers {
				found[n] = true
			}
		})
		for i, w := range listed {
			limit := MaxEdits(len(q), len(w))
			if Distance(q, w, limit) <= limit && !found[int32(i)] {
				t.Errorf("Near(%q) misses %q, %d edits apart", q, w, Distance(q, w, limit))
			}
		}
	}
}

func TestCutOff(t *testing.T) {
	var d Dictionary
	for i, w := range []string{"technology", "technical", "trading", "tech"} {
		d.Add(w, int32(i))
	}
	d.Build()
	var got []int32
	d.CutOff("techn", func(numbers []int32) { got = append(got, numbers...) })
	slices.Sort(got)
	if !slices.Equal(got, []int32{0, 1}) {
		t.Errorf("CutOff(techn) finds %v, want technology and technical", got)
	}
}

func TestEmpty(t *testing.T) {
	var d Dictionary
	d.Build()
	d.Near("hikvision", Most, func([]int32) { t.Error("an empty dictionary finds a word") })
	var table Table
	table.Each(Hash("x"), func(int32) { t.Error("an empty table finds a number") })
}

func ExampleDictionary() {
	var d Dictionary
	for i, w := range []string{"hikvision", "dahua", "megvii"} {
		d.Add(w, int32(i))
	}
	d.Build()
	found := map[int32]bool{}
	d.Near("hikvison", Most, func(numbers []int32) { found[numbers[0]] = true })
	fmt.Println(found)
	// Output: map[0:true]
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
	for b.Loop() {
		d.Near("abacabadefg", Most, func([]int32) {})
	}
}
