package lists

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// The real lists are too large for this repository. Where the folder
// ../../shared is, they are read.
func sharedFile(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "shared", "lists", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no %s: download the list and put it there to run this test", path)
	}
	return path
}

func TestSharedCSL(t *testing.T) {
	for _, tt := range []struct {
		file     string
		entities int
		lists    map[string]int
	}{
		{"csl-2026-07-31.csv", 25921, map[string]int{
			"Specially Designated Nationals": 19181, "Entity List": 3420, "Denied Persons List": 1596, "ITAR Debarred": 787,
			"Sectoral Sanctions Identifications List": 286, "Unverified List": 222, "Nonproliferation Sanctions": 161,
			"Palestinian Legislative Council List": 78, "Military End User List": 70,
			"Non-SDN Chinese Military-Industrial Complex Companies List": 68, "Non-SDN Menu-Based Sanctions List": 51, "Capta List": 1,
		}},
		{"csl-2022-05.csv", 14160, map[string]int{"Entity List": 2001, "Denied Persons List": 462, "Foreign Sanctions Evaders": 3}},
	} {
		l, err := Open(sharedFile(t, tt.file))
		if err != nil {
			t.Error(err)
			continue
		}
		count := map[string]int{}
		for e := range l.All() {
			count[e.Listings[0].List]++
		}
		if l.Len() != tt.entities {
			t.Errorf("%s: %d entities", tt.file, l.Len())
		}
		for list, n := range tt.lists {
			if count[list] != n {
				t.Errorf("%s: %d entries of %q, want %d", tt.file, count[list], list, n)
			}
		}
	}
}

// The 28 are on the list of 2026, under the names of the embedded list.
func TestSharedCSLHasTheEmbedded(t *testing.T) {
	l, err := Open(sharedFile(t, "csl-2026-07-31.csv"))
	if err != nil {
		t.Fatal(err)
	}
	citations := map[string][]string{}
	for e := range l.All() {
		if e.Listings[0].List == "Entity List" {
			citations[e.PrimaryName().Text] = e.Listings[0].Citations
		}
	}
	for e := range Embedded().All() {
		got := citations[e.PrimaryName().Text]
		if !slices.Contains(got, "84 FR 54002") && !slices.Contains(got, "84 FR 54004") {
			t.Errorf("%s: %q cites %q", e.ID, e.PrimaryName().Text, got)
		}
	}
}

func BenchmarkReadCSL(b *testing.B) {
	data, err := os.ReadFile(sharedFile(b, "csl-2026-07-31.csv"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(bytes.NewReader(data), CSLCSV); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadEmbedded(b *testing.B) {
	for b.Loop() {
		if _, err := readEmbedded(embeddedData); err != nil {
			b.Fatal(err)
		}
	}
}

// The counts are those that the publishers state.
func TestSharedFormats(t *testing.T) {
	type counts struct{ entities, individuals, organizations, weak, former int }
	for _, tt := range []struct {
		file string
		want counts
		asOf string
	}{
		{"ofac", counts{7379 + 442, 3845 + 79, 2994 + 363, 2096, 486}, ""},
		{"ofac/CONS_ENHANCED.zip", counts{443, 80, 363, 68, 145}, "2025-01-10"},
		{"un/consolidated.xml", counts{1003, 730, 273, 615, 24}, "2026-02-27"},
		{"dpl.txt", counts{433, 0, 0, 0, 0}, ""}, // of 546 records
	} {
		l, err := Open(sharedFile(t, tt.file))
		if err != nil {
			t.Error(err)
			continue
		}
		got := counts{entities: l.Len()}
		for e := range l.All() {
			switch e.Kind {
			case Individual:
				got.individuals++
			case Organization:
				got.organizations++
			}
			for _, n := range e.Names {
				switch n.Kind {
				case WeakAlias:
					got.weak++
				case FormerName:
					got.former++
				}
			}
		}
		if got != tt.want || l.AsOf().String() != tt.asOf {
			t.Errorf("%s: %+v of %s, want %+v of %s", tt.file, got, l.AsOf(), tt.want, tt.asOf)
		}
	}
}
