package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"github.com/partyscreen/partyscreen/screen"
)

// BenchmarkFile measures the program from file to file: rows a second with all that
// belongs to it, and the most memory that the process held. The names are the words
// of suppliers.csv put together anew, three in ten of them again; the list is the
// shared Consolidated Screening List where it is, or else the embedded one.
//
//	go test -run '^$' -bench File -benchtime 1x ./examples/suppliers
func BenchmarkFile(b *testing.B) {
	list := "../../../shared/lists/csl-2026-07-31.csv"
	if _, err := os.Stat(list); err != nil {
		list = "embedded"
	}
	defer debug.SetGCPercent(debug.SetGCPercent(garbage)) // as main does
	for _, rows := range []int{100_000, 1_000_000} {
		for _, more := range []string{"", "evidence"} {
			b.Run(fmt.Sprintf("rows=%d%s", rows, strings.TrimSuffix("/with="+more, "/with=")), func(b *testing.B) {
				if testing.Short() && rows > 100_000 {
					b.Skip("a file of that size is not for -short")
				}
				dir := b.TempDir()
				in := filepath.Join(dir, "vendors.csv")
				writeVendors(b, in, rows)
				args := []string{"-list", list, "-format", "jsonl", "-output", filepath.Join(dir, "out.jsonl"), in}
				if more != "" {
					args = append(args, "-"+more, filepath.Join(dir, more))
				}
				for b.Loop() {
					if more != "" {
						os.Remove(filepath.Join(dir, more)) // a chain of its own each time
					}
					var stderr strings.Builder
					run(b.Context(), args, nil, io.Discard, &stderr)
					if !strings.Contains(stderr.String(), fmt.Sprintf("%d answered", rows)) {
						b.Fatal(stderr.String())
					}
				}
				b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
				b.ReportMetric(peakMemory(), "peak-MB")
			})
		}
	}
}

// writeVendors writes a file of suppliers.
func writeVendors(b *testing.B, path string, rows int) {
	source, err := os.Open("suppliers.csv")
	if err != nil {
		b.Fatal(err)
	}
	defer source.Close()
	records, err := csv.NewReader(source).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	var words []string
	for _, r := range records[1:] {
		if screen.Screen(r[1]).Outcome == screen.NoMatch { // few vendors are listed
			words = append(words, strings.Fields(r[1])...)
		}
	}
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	out := bufio.NewWriter(file)
	rng := rand.New(rand.NewPCG(1, 2))
	var names []string
	fmt.Fprintln(out, "Vendor ID\tVendor Name")
	for i := range rows {
		var name string
		if len(names) > 0 && rng.IntN(10) < 3 {
			name = names[rng.IntN(len(names))]
		} else {
			for range 2 + rng.IntN(3) {
				name += " " + words[rng.IntN(len(words))]
			}
			names = append(names, name)
		}
		fmt.Fprintf(out, "V%07d\t%s\n", i, strings.ReplaceAll(name, `"`, ""))
	}
	if err := out.Flush(); err != nil {
		b.Fatal(err)
	}
}

// peakMemory returns the most memory in megabytes that the process has held, where
// the system tells; 0 elsewhere. It counts what ran before too.
func peakMemory() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if kilobytes, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, _ := strconv.Atoi(strings.Fields(kilobytes)[0])
			return float64(n) / 1000
		}
	}
	return 0
}
