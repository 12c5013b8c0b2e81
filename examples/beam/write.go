package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/partyscreen/partyscreen/screen/evidence"
)

// writeFn writes the files of a shard, each whole, in the order of its rows. What
// it writes depends on its lines alone, so that a second time makes no difference.
// The lines of one shard must fit into the memory of a worker: with evidence some
// kilobyte a row, without it only alerts.
type writeFn struct {
	Folder   string
	Shards   int
	Evidence bool
}

func (f *writeFn) ProcessElement(ctx context.Context, shard int, lines func(*Line) bool) error {
	var outputs [len(outputNames)][]Line
	var line Line
	for lines(&line) {
		if line.Kind < len(outputNames) {
			outputs[line.Kind] = append(outputs[line.Kind], line)
		}
	}
	for kind, all := range outputs {
		if kind == evidenceLine && !f.Evidence {
			continue
		}
		slices.SortFunc(all, func(a, b Line) int { return a.Row - b.Row })
		write := writeLines
		if kind == evidenceLine {
			write = writeChain
		}
		if err := writeFile(ctx, f.path(kind, shard), func(w io.Writer) error { return write(w, all) }); err != nil {
			return err
		}
	}
	return nil
}

func (f *writeFn) path(kind, shard int) string {
	return fmt.Sprintf("%s/%s-%05d-of-%05d.jsonl", strings.TrimSuffix(f.Folder, "/"), outputNames[kind], shard, f.Shards)
}

func writeLines(w io.Writer, lines []Line) error {
	for _, l := range lines {
		if _, err := fmt.Fprintf(w, "%s\n", l.Text); err != nil {
			return err
		}
	}
	return nil
}

// writeChain makes a chain of records of evidence, one a shard.
func writeChain(w io.Writer, lines []Line) error {
	chain := evidence.NewChain(w, "")
	for _, l := range lines {
		var record evidence.Record
		if err := json.Unmarshal(l.Text, &record); err != nil {
			return err
		}
		if err := chain.Append(record); err != nil {
			return err
		}
	}
	return nil
}

// writeFile writes a file whole or not at all. It gives the file its name last: the
// worker may be stopped amid writing, and a runner that finds it slow may have
// another do the same.
func writeFile(ctx context.Context, path string, write func(io.Writer) error) error {
	fs, err := filesystem.New(ctx, path)
	if err != nil {
		return err
	}
	defer fs.Close()
	part := path + "." + rand.Text() + ".part"
	if err = writePart(ctx, fs, part, write); err == nil {
		err = filesystem.Rename(ctx, fs, part, path)
	}
	if err != nil {
		if remover, ok := fs.(filesystem.Remover); ok {
			remover.Remove(ctx, part) // what failed first says more than if this does
		}
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func writePart(ctx context.Context, fs filesystem.Interface, part string, write func(io.Writer) error) error {
	file, err := fs.OpenWrite(ctx, part)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(file)
	err = write(buffered)
	if err == nil {
		err = buffered.Flush()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	return err
}
