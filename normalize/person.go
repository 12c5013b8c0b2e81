package normalize

import (
	"iter"
	"strings"

	"github.com/partyscreen/partyscreen/normalize/internal/compiled"
)

// NameGroup is a group of names of persons that may stand for one another: Igor,
// Ihor and Ihar; William and Bill; the Korean surname Lee, Yi and Ri.
type NameGroup uint16

// NameGroups yields the groups of a name of a person in lower-case Latin
// letters; most names have none.
func NameGroups(name string) iter.Seq[NameGroup] {
	return func(yield func(NameGroup) bool) { eachGroup(name, yield) }
}

func eachGroup(name string, yield func(NameGroup) bool) {
	groups := vocabulary.Groups(compiled.Fact(find(name)))
	for i := range groups.Len() {
		if !yield(NameGroup(groups.At(i))) {
			return
		}
	}
}

// Lengths of a person's name in Chinese characters.
const (
	shortestPersonal = 2
	longestPersonal  = 4
)

// doubleSurnames are the Chinese surnames of two characters.
const doubleSurnames = " 欧阳 司马 上官 诸葛 东方 夏侯 皇甫 尉迟 公孙 慕容 司徒 令狐 宇文 长孙 端木 独孤 南宫 呼延 "

// personal reads a name that is one word of two to four Chinese characters as a
// surname and a given name: 夏宝龙 is Xia, Baolong. It returns nil for others.
func personal(all []Token) []Token {
	if len(all) != 1 || all[0].Script != Han {
		return nil
	}
	name := all[0]
	runes := []rune(name.Native)
	if len(runes) < shortestPersonal || len(runes) > longestPersonal {
		return nil
	}
	surname := 1
	if len(runes) > shortestPersonal && strings.Contains(doubleSurnames, " "+string(runes[:2])+" ") {
		surname = 2
	}
	spans := name.End-name.Start == len(name.Native) // nothing stands between the characters
	out := make([]Token, 0, 2)
	at := name.Start
	for _, part := range [...][]rune{runes[:surname], runes[surname:]} {
		t := name
		t.Role, t.Concept, t.Near, t.Number = Distinctive, 0, 0, ""
		t.Native, t.Text, t.Others = string(part), string(part), nil
		if latin := romaniseHan(part); len(latin) > 0 {
			t.Text, t.Others = latin[0], latin[1:]
		}
		if size := len(string(part)); spans {
			t.Start, t.End = at, at+size
			at += size
		}
		t.Initials = string(part[:1])
		t.Bits = hanBits[min(len(part), len(hanBits)-1)]
		out = append(out, t)
	}
	return out
}
