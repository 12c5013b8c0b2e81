package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
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
			line.Text = bytes.Clone(line.Text)
			outputs[line.Kind] = append(outputs[line.Kind], line)
		}
	}
	for kind, all := range outputs {
		if kind == evidenceLine && !f.Evidence {
			continue
		}
		slices.SortFunc(all, func(a, b Line) int { return a.Row - b.Row })
		content, err := contentOf(kind, all)
		if err != nil {
			return err
		}
		if err := writeFile(ctx, f.path(kind, shard), content); err != nil {
			return err
		}
	}
	return nil
}

func (f *writeFn) path(kind, shard int) string {
	return fmt.Sprintf("%s/%s-%05d-of-%05d.jsonl", strings.TrimSuffix(f.Folder, "/"), outputNames[kind], shard, f.Shards)
}

// contentOf joins the lines of a file. Records of evidence become a chain here,
// one a shard.
func contentOf(kind int, lines []Line) ([]byte, error) {
	var b bytes.Buffer
	chain := evidence.NewChain(&b, "")
	for _, l := range lines {
		if kind != evidenceLine {
			b.Write(l.Text)
			b.WriteByte('\n')
			continue
		}
		var record evidence.Record
		if err := json.Unmarshal(l.Text, &record); err != nil {
			return nil, err
		}
		if err := chain.Append(record); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// writeFile writes a file whole.
func writeFile(ctx context.Context, path string, content []byte) error {
	fs, err := filesystem.New(ctx, path)
	if err != nil {
		return err
	}
	defer fs.Close()
	w, err := fs.OpenWrite(ctx, path)
	if err != nil {
		return err
	}
	if _, err := w.Write(content); err != nil {
		w.Close()
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
