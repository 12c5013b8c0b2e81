package main

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// readFn reads a shard. It gives every row under the key of its party; what is
// wrong with a row goes to the bad rows too.
type readFn struct {
	rows, bad beam.Counter
}

func (f *readFn) Setup() {
	f.rows, f.bad = beam.NewCounter(metrics, rowsMetric), beam.NewCounter(metrics, badRowsMetric)
}

// badRow is a line of the bad rows.
type badRow struct {
	Shard  string `json:"shard"`
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

// ProcessElement fails if the shard cannot be read to its end, and with it the
// pipeline: rows of which nobody knows cannot be told apart from clear ones.
func (f *readFn) ProcessElement(ctx context.Context, shard Shard, rows func(string, Row), headers func(Header), bad func(int, Line)) error {
	fs, err := filesystem.New(ctx, shard.Path)
	if err != nil {
		return err
	}
	defer fs.Close()
	content, err := fs.OpenRead(ctx, shard.Path)
	if err != nil {
		return err
	}
	defer content.Close()
	file, err := vendorfile.Read(shard.Path, content, vendorfile.Options{})
	if err != nil {
		return err
	}
	defer file.Close()
	headers(Header{shard.Number, file.Header})
	bad(shard.Number, Line{Kind: noLine})
	for r := range file.Rows() {
		f.rows.Inc(ctx, 1)
		supplier := newSupplier(r.Party)
		rows(supplier.key(), Row{shard.Number, r.Number, r.Cells, supplier, r.Problem, r.Damaged})
		if r.Problem == "" {
			continue
		}
		f.bad.Inc(ctx, 1)
		text, err := json.Marshal(badRow{shard.Path, r.Number, r.Problem})
		if err != nil {
			return err
		}
		bad(shard.Number, Line{r.Number, badRowLine, text})
	}
	return file.Err()
}

func newSupplier(p screen.Party) Supplier {
	s := Supplier{Name: p.Name, OtherNames: p.OtherNames, Countries: p.Countries, Address: p.Address, Reference: p.Reference}
	for _, id := range p.Identifiers {
		s.Types, s.Numbers = append(s.Types, id.Type), append(s.Numbers, id.Number)
	}
	return s
}

func (s *Supplier) party() screen.Party {
	p := screen.Party{Name: s.Name, OtherNames: s.OtherNames, Countries: s.Countries, Address: s.Address, Reference: s.Reference}
	for i := range s.Types {
		p.Identifiers = append(p.Identifiers, lists.Identifier{Type: s.Types[i], Number: s.Numbers[i]})
	}
	return p
}

// key is equal for suppliers that differ in their references at most, which decide
// nothing. It is a hash, so that long rows do not make long keys.
func (s *Supplier) key() string {
	h := sha256.New()
	for _, texts := range [][]string{{s.Name, s.Address}, s.OtherNames, s.Countries, s.Types, s.Numbers} {
		binary.Write(h, binary.BigEndian, int64(len(texts))) // a hash takes everything
		for _, text := range texts {
			binary.Write(h, binary.BigEndian, int64(len(text)))
			fmt.Fprint(h, text)
		}
	}
	return string(h.Sum(nil))
}
