package main

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/partyscreen/partyscreen/screen"
)

// BenchmarkPipeline measures the pipeline on this machine, and beside it the program
// suppliers over the same rows in one file: rows a second from files to files, with
// all that belongs to it. A third of the names come again. The list and the names are
// the shared ones where they are, or else the embedded list and suppliers.csv.
//
//	go test -run '^$' -bench Pipeline -benchtime 1x .
func BenchmarkPipeline(b *testing.B) {
	const files = 4
	rows := 200_000
	if testing.Short() {
		rows = 10_000
	}
	list := "../../../shared/lists/csl-2026-07-31.csv"
	if _, err := os.Stat(list); err != nil {
		list = "embedded"
	}
	folder := b.TempDir()
	one := writeVendors(b, folder, rows, files)
	for _, with := range []string{"alerts", "evidence"} {
		b.Run("pipeline/with="+with, func(b *testing.B) {
			for b.Loop() {
				output := b.TempDir() // where no worker of before has staged its list
				set := settings{inputs: []string{filepath.Join(folder, "vendors-*.csv")}, output: output, staging: output, lists: []string{list}, evidence: with == "evidence"}
				if _, err := run(b.Context(), set); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
	program := buildSuppliers(b)
	for _, with := range []string{"alerts", "evidence"} {
		b.Run("suppliers/with="+with, func(b *testing.B) {
			for b.Loop() {
				output := b.TempDir()
				args := []string{"-list", list, "-format", "jsonl", "-output", filepath.Join(output, "out.jsonl"), one}
				if with == "evidence" {
					args = append([]string{"-evidence", filepath.Join(output, "evidence.jsonl")}, args...)
				}
				text, err := exec.Command(program, args...).CombinedOutput() // its status tells of alerts
				if !strings.Contains(string(text), fmt.Sprintf("%d answered", rows)) {
					b.Fatalf("%v\n%s", err, text)
				}
			}
			b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

// writeVendors writes the rows into some files, and all of them into one.
func writeVendors(b *testing.B, folder string, rows, files int) (one string) {
	companies := companies(b)
	random := rand.New(rand.NewPCG(1, 2))
	var names []string
	name := func() string {
		if len(names) > 0 && random.IntN(3) == 0 {
			return names[random.IntN(len(names))]
		}
		first, second := strings.Fields(companies[random.IntN(len(companies))]), strings.Fields(companies[random.IntN(len(companies))])
		made := strings.Join(append(first[:(len(first)+1)/2:(len(first)+1)/2], second[len(second)/2:]...), " ")
		names = append(names, made)
		return made
	}
	one = filepath.Join(folder, "all.csv")
	var shards []io.Writer
	for i := range files {
		shards = append(shards, create(b, filepath.Join(folder, fmt.Sprintf("vendors-%d.csv", i))))
	}
	all := create(b, one)
	for _, w := range append(shards, all) {
		fmt.Fprintln(w, "Vendor ID,Vendor Name")
	}
	for i := range rows {
		fmt.Fprintf(io.MultiWriter(shards[i*files/rows], all), "V%07d,\"%s\"\n", i, strings.ReplaceAll(name(), `"`, ""))
	}
	for _, w := range append(shards, all) {
		if err := w.(*bufio.Writer).Flush(); err != nil {
			b.Fatal(err)
		}
	}
	return one
}

func create(b *testing.B, path string) io.Writer {
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { file.Close() })
	return bufio.NewWriter(file)
}

// companies returns names of companies of which few are listed.
func companies(b *testing.B) []string {
	var names []string
	if text, err := os.ReadFile("../../../shared/names/companies.tsv"); err == nil {
		for line := range strings.Lines(string(text)) {
			name, _, _ := strings.Cut(line, "\t")
			names = append(names, name)
		}
		return names
	}
	text, err := os.ReadFile("../suppliers/suppliers.csv")
	if err != nil {
		b.Fatal(err)
	}
	records, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	for _, r := range records[1:] {
		if screen.Screen(r[1]).Outcome == screen.NoMatch {
			names = append(names, r[1])
		}
	}
	return names
}
