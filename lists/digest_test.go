package lists

import (
	"reflect"
	"testing"
)

// fullEntity returns an entity with no field empty.
func fullEntity() Entity {
	from, until := Date{2019, 10, 9}, Date{2020, 7, 22}
	return Entity{
		ID: "id", Kind: Vessel,
		Names:       []Name{{"text", Alias, "en", "source", from, until}},
		Countries:   []string{"CN"},
		Addresses:   []Address{{"text", "CN", "source"}},
		Identifiers: []Identifier{{"type", "1", "CN", "source"}},
		BirthDates:  []string{"1960"},
		Programs:    []string{"SYRIA"},
		Listings:    []Listing{{"authority", "list", []string{"84 FR 54002"}, from, until, "requirement", "policy", "url"}},
		Remarks:     "remarks",
	}
}

// TestDigestHasEveryField changes each field that an entity can have, so that a
// field added later cannot be forgotten in the digest.
func TestDigestHasEveryField(t *testing.T) {
	seen := map[string]string{}
	record := func(path string, e Entity) {
		d := digest([]*Entity{&e})
		if other, ok := seen[d]; ok {
			t.Errorf("%s does not change the digest (same as %s)", path, other)
		}
		seen[d] = path
	}
	record("nothing", fullEntity())
	leaves := 0
	walk(reflect.TypeFor[Entity](), "", func(path string, field func(reflect.Value) reflect.Value) {
		leaves++
		e := fullEntity()
		v := field(reflect.ValueOf(&e).Elem())
		switch v.Kind() {
		case reflect.String:
			v.SetString(v.String() + "'")
		case reflect.Uint8:
			v.SetUint(v.Uint() - 1)
		case reflect.Int16:
			v.SetInt(v.Int() - 1)
		default:
			t.Fatalf("%s: the test does not know how to change a %v", path, v.Kind())
		}
		record(path, e)
	})
	if leaves < 30 {
		t.Errorf("only %d fields were changed", leaves)
	}
}

// walk calls leaf for each field within a type, taking the first element of
// slices, with a function that finds the field in a value of the type.
func walk(typ reflect.Type, path string, leaf func(string, func(reflect.Value) reflect.Value)) {
	switch typ.Kind() {
	case reflect.Struct:
		for i := range typ.NumField() {
			f := typ.Field(i)
			walk(f.Type, path+"."+f.Name, func(p string, find func(reflect.Value) reflect.Value) {
				leaf(p, func(v reflect.Value) reflect.Value { return find(v.Field(i)) })
			})
		}
	case reflect.Slice:
		walk(typ.Elem(), path+"[0]", func(p string, find func(reflect.Value) reflect.Value) {
			leaf(p, func(v reflect.Value) reflect.Value { return find(v.Index(0)) })
		})
	default:
		leaf(path, func(v reflect.Value) reflect.Value { return v })
	}
}

func TestDigestSeparatesFields(t *testing.T) {
	a := Entity{ID: "a", Names: []Name{{Text: "x"}}, Countries: []string{"CN"}}
	b := Entity{ID: "a", Names: []Name{{Text: "x"}}, Programs: []string{"CN"}}
	c := Entity{ID: "a", Names: []Name{{Text: "x"}}, BirthDates: []string{"C", "N"}}
	if digest([]*Entity{&a}) == digest([]*Entity{&b}) || digest([]*Entity{&b}) == digest([]*Entity{&c}) {
		t.Error("the same text in another field must give another digest")
	}
}

func TestDigestIgnoresOrder(t *testing.T) {
	one := testList(t, "x", Date{}, "a", "b", "c")
	two := testList(t, "y", Date{2026, 1, 1}, "c", "b", "a")
	if one.Digest() != two.Digest() {
		t.Error("order of rows, ID and date of the list must not enter the digest")
	}
	if len(one.Digest()) != 64 || one.Digest() == testList(t, "x", Date{}, "a", "b").Digest() {
		t.Error("other entities, same digest")
	}
}
