package lists

import (
	"encoding/json"
	"testing"
)

func TestKindText(t *testing.T) {
	for k, text := range kindTexts {
		var got Kind
		if err := got.UnmarshalText([]byte(text)); err != nil || got != Kind(k) || got.String() != text {
			t.Errorf("Kind %q: %v, %v", text, got, err)
		}
	}
	for k, text := range nameKindTexts {
		var got NameKind
		if err := got.UnmarshalText([]byte(text)); err != nil || got != NameKind(k) || got.String() != text {
			t.Errorf("NameKind %q: %v, %v", text, got, err)
		}
	}
}

func TestKindOutOfRange(t *testing.T) {
	if got := Kind(99).String(); got != "Kind(99)" {
		t.Error(got)
	}
	if got := NameKind(99).String(); got != "NameKind(99)" {
		t.Error(got)
	}
	if _, err := json.Marshal(Kind(99)); err == nil {
		t.Error("Kind(99) was marshalled")
	}
	if _, err := json.Marshal(NameKind(99)); err == nil {
		t.Error("NameKind(99) was marshalled")
	}
	k, n := Vessel, Alias
	if err := k.UnmarshalText([]byte("Vessel")); err == nil || k != Vessel {
		t.Errorf("an unknown text gave %v, %v", k, err)
	}
	if err := n.UnmarshalText(nil); err == nil || n != Alias {
		t.Errorf("an empty text gave %v, %v", n, err)
	}
}

// The JSON form is a promise: decisions are stored in it.
func TestEntityJSON(t *testing.T) {
	e := Entity{
		ID: "x", Kind: Vessel,
		Names: []Name{{Text: "X", Kind: FormerName, From: Date{2019, 10, 9}}},
	}
	const want = `{"id":"x","kind":"vessel","names":[{"text":"X","kind":"former_name","from":"2019-10-09"}]}`
	got, err := json.Marshal(e)
	if err != nil || string(got) != want {
		t.Errorf("got  %s, %v\nwant %s", got, err, want)
	}
	var back Entity
	if err := json.Unmarshal(got, &back); err != nil || back.Kind != Vessel || back.Names[0] != e.Names[0] {
		t.Errorf("round trip gave %+v, %v", back, err)
	}
}
