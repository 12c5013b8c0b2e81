package lists

import (
	"fmt"
	"slices"
)

// The texts of the kinds, in the order of their constants. They stand in JSON
// and in the embedded data: never change one.
var (
	kindTexts     = []string{"unknown", "organization", "government", "individual", "vessel", "aircraft"}
	nameKindTexts = []string{"primary", "alias", "weak_alias", "former_name", "variant"}
)

// String returns "unknown", "organization", "government", "individual",
// "vessel" or "aircraft".
func (k Kind) String() string { return kindText("Kind", kindTexts, uint8(k)) }

// MarshalText implements [encoding.TextMarshaler] with the form of String. It
// fails for a value that is none of the constants.
func (k Kind) MarshalText() ([]byte, error) { return marshalKind("kind", kindTexts, uint8(k)) }

// UnmarshalText implements [encoding.TextUnmarshaler] for the form of String.
func (k *Kind) UnmarshalText(text []byte) error {
	i, err := unmarshalKind("kind", kindTexts, text)
	if err == nil {
		*k = Kind(i)
	}
	return err
}

// String returns "primary", "alias", "weak_alias", "former_name" or "variant".
func (k NameKind) String() string { return kindText("NameKind", nameKindTexts, uint8(k)) }

// MarshalText implements [encoding.TextMarshaler] with the form of String. It
// fails for a value that is none of the constants.
func (k NameKind) MarshalText() ([]byte, error) {
	return marshalKind("kind of name", nameKindTexts, uint8(k))
}

// UnmarshalText implements [encoding.TextUnmarshaler] for the form of String.
func (k *NameKind) UnmarshalText(text []byte) error {
	i, err := unmarshalKind("kind of name", nameKindTexts, text)
	if err == nil {
		*k = NameKind(i)
	}
	return err
}

func kindText(typeName string, texts []string, k uint8) string {
	if int(k) < len(texts) {
		return texts[k]
	}
	return fmt.Sprintf("%s(%d)", typeName, k)
}

func marshalKind(what string, texts []string, k uint8) ([]byte, error) {
	if int(k) < len(texts) {
		return []byte(texts[k]), nil
	}
	return nil, fmt.Errorf("lists: %d is no %s", k, what)
}

func unmarshalKind(what string, texts []string, text []byte) (int, error) {
	i := slices.Index(texts, string(text))
	if i < 0 {
		return 0, fmt.Errorf("lists: %q is no %s; the kinds are %q", text, what, texts)
	}
	return i, nil
}
