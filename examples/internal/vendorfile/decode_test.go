package vendorfile

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestDecode(t *testing.T) {
	const (
		western  = "name,city\nMüller & Söhne GmbH,Köln\nSociété Générale,Orléans\nArçelik,Mönchengladbach\n"
		chinese  = "供应商名称,城市\n杭州海康威视数字技术股份有限公司,杭州\n浙江大华技术股份有限公司,杭州\n曠視科技,北京\n"
		russian  = "наименование,город\nОбщество с ограниченной ответственностью «Север»,Москва\nАО Казпочта,Астана\n"
		plain    = "name\nSiemens AG\n"
		combined = western + chinese + russian
	)
	utf16 := func(e unicode.Endianness, b unicode.BOMPolicy) encoding.Encoding { return unicode.UTF16(e, b) }
	for _, test := range []struct {
		text     string
		as       encoding.Encoding // nil: UTF-8
		named    string            // -encoding
		encoding string
		guessed  bool
		reason   string
	}{
		{text: plain, encoding: "utf-8", reason: "ASCII"},
		{text: combined, encoding: "utf-8", reason: "UTF-8"},
		{text: combined, as: unicode.UTF8BOM, encoding: "utf-8", reason: "UTF-8 with a mark"},
		{text: combined, as: utf16(unicode.LittleEndian, unicode.UseBOM), encoding: "utf-16le", reason: "what a spreadsheet calls Unicode text"},
		{text: combined, as: utf16(unicode.BigEndian, unicode.UseBOM), encoding: "utf-16be", reason: "the other order"},
		{text: western, as: utf16(unicode.LittleEndian, unicode.IgnoreBOM), encoding: "utf-16le", guessed: true, reason: "no mark, but every other byte is NUL"},
		{text: western, as: utf16(unicode.BigEndian, unicode.IgnoreBOM), encoding: "utf-16be", guessed: true, reason: "the same in the other order"},
		{text: chinese, as: utf16(unicode.LittleEndian, unicode.IgnoreBOM), encoding: "utf-16le", guessed: true, reason: "no mark, and hardly a NUL"},
		{text: "仕入先名\n東芝テック株式会社\n", as: japanese.ISO2022JP, encoding: "iso-2022-jp", guessed: true, reason: "Japanese mail"},
		{text: chinese, as: simplifiedchinese.GB18030, encoding: "gb18030", guessed: true, reason: "a Chinese spreadsheet"},
		{text: western + chinese, as: simplifiedchinese.GB18030, encoding: "gb18030", guessed: true, reason: "a Chinese spreadsheet with European suppliers"},
		{text: western, as: charmap.Windows1252, encoding: "windows-1252", guessed: true, reason: "a European spreadsheet"},
		{text: "name\nM\u00fcller\n", as: charmap.Windows1252, encoding: "windows-1252", guessed: true, reason: "one letter is not Chinese"},
		{text: russian, as: charmap.Windows1251, encoding: "windows-1251", guessed: true, reason: "a Russian spreadsheet"},
		{text: "名稱\n台達電子工業股份有限公司\n", as: traditionalchinese.Big5, named: "big5", encoding: "big5", reason: "what the user says holds"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			raw := test.text
			if test.as != nil {
				var err error
				if raw, err = test.as.NewEncoder().String(raw); err != nil {
					t.Fatal(err)
				}
			}
			for _, from := range []string{file(t, "s.csv", raw), "-"} {
				s := newSource("a pipe", io.MultiReader(strings.NewReader(raw)))
				if from != "-" {
					s = opened(t, from)
				}
				got, err := decode(s, test.named)
				if err != nil {
					t.Fatal(err)
				}
				content, err := io.ReadAll(got.reader)
				if err != nil || string(content) != test.text {
					t.Errorf("read %q, %v, want %q", content, err, test.text)
				}
				if got.encoding != test.encoding || got.guessed != test.guessed {
					t.Errorf("encoding %s, guessed %v, want %s, %v", got.encoding, got.guessed, test.encoding, test.guessed)
				}
			}
		})
	}
}

// One damaged cell far down does not change how the others are read.
func TestDecodeDamaged(t *testing.T) {
	raw := strings.Repeat("Société Générale,Orléans\n", 100_000) + "M\xfcller\n"
	got, err := decode(opened(t, file(t, "s.csv", raw)), "")
	if err != nil {
		t.Fatal(err)
	}
	if got.encoding != "utf-8" || !got.guessed {
		t.Errorf("encoding %s, guessed %v, want utf-8, true", got.encoding, got.guessed)
	}
}

// A letter that only stands beyond the sample still tells the encoding.
func TestDecodeLate(t *testing.T) {
	raw := strings.Repeat("Siemens AG,Berlin\n", 100_000) + "M\xfcller\n"
	got, err := decode(opened(t, file(t, "s.csv", raw)), "")
	if err != nil {
		t.Fatal(err)
	}
	if got.encoding != "windows-1252" {
		t.Errorf("encoding %s, want windows-1252", got.encoding)
	}
}

// opened opens a file until the test ends.
func opened(t *testing.T, name string) *source {
	t.Helper()
	s, err := openSource(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.close)
	return s
}

// file writes content to a file of its own.
func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
