package main

import (
	"bytes"
	"crypto/sha256"
	"io"
	"reflect"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/graph/coder"

	"github.com/partyscreen/partyscreen/examples/internal/vendorfile"
	"github.com/partyscreen/partyscreen/screen"
)

// Shard is a file of suppliers.
type Shard struct {
	Number int
	Path   string
}

// Row is a row of a shard. The header is one too.
type Row struct {
	Shard int
	Row   vendorfile.Row
}

// Line is a line of an output of a shard.
type Line struct {
	Row  int
	Kind int // of output
	Text []byte
}

// The outputs, and what their files are called.
const (
	alertLine = iota
	notScreenedLine
	badRowLine
	evidenceLine
	noLine // a shard has its files though there is nothing to say
)

var outputNames = [...]string{"alerts", "not-screened", "bad-rows", "evidence"}

// encodeRow and decodeRow are the coder of rows. They do what Beam does with structs
// by itself, but then their texts would be known as UTF-8 to every runner, and a
// damaged file has others: a runner in Java, which takes texts apart on the way, would
// put U+FFFD where bytes cannot be read. What a coder of ours makes it passes on.
func encodeRow(r Row) ([]byte, error) {
	encode, err := rowEncoder()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = encode(r, &b)
	return b.Bytes(), err
}

func decodeRow(text []byte) (Row, error) {
	decode, err := rowDecoder()
	if err != nil {
		return Row{}, err
	}
	r, err := decode(bytes.NewReader(text))
	if err != nil {
		return Row{}, err
	}
	return r.(Row), nil
}

// keyOf is equal for parties that differ in their references at most, which decide
// nothing. It is a hash, so that long rows do not make long keys.
func keyOf(p screen.Party) ([]byte, error) {
	encode, err := partyEncoder()
	if err != nil {
		return nil, err
	}
	p.Reference = ""
	h := sha256.New()
	err = encode(p, h)
	return h.Sum(nil), err
}

// The encoders by reflection are made once, and not for every row.
var (
	rowEncoder   = sync.OnceValues(encoderOf[Row])
	rowDecoder   = sync.OnceValues(decoderOf[Row])
	partyEncoder = sync.OnceValues(encoderOf[screen.Party])
)

func encoderOf[T any]() (func(any, io.Writer) error, error) {
	return coder.RowEncoderForStruct(reflect.TypeFor[T]())
}

func decoderOf[T any]() (func(io.Reader) (any, error), error) {
	return coder.RowDecoderForStruct(reflect.TypeFor[T]())
}
