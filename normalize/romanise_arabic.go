package normalize

// An abjadSound is what one letter of an alphabet without short vowels stands for.
type abjadSound struct {
	letters string
	vowel   bool
}

// arabicManner is a way to read the Arabic alphabet.
type arabicManner struct {
	persian bool   // ض z and و v, where Arabic has d and w
	loan    bool   // ف v and ج zh, for which Arabic has no letters
	alef    string // ا at the beginning
	alefYeh string // ای at the beginning
	waw     string // و as a vowel
	heh     string // ه at the end
	fill    string // the short vowels that are not written
}

// The manners, first that of the written letters alone.
var (
	arabicWritten  = arabicManner{alef: "a", alefYeh: "i", waw: "u", heh: "a"}
	arabicFilled   = arabicManner{alef: "a", alefYeh: "i", waw: "u", heh: "a", fill: "a"}
	arabicCustom   = arabicManner{alef: "a", alefYeh: "ai", waw: "ou", heh: "ah", fill: "a"} // Makhlouf, Suriyah
	arabicLoan     = arabicManner{alef: "i", alefYeh: "ai", waw: "o", heh: "a", fill: "e", loan: true}
	arabicPersian  = arabicManner{alef: "i", alefYeh: "ai", waw: "o", heh: "eh", fill: "e", persian: true}
	persianWritten = arabicManner{alef: "a", alefYeh: "i", waw: "u", heh: "eh", persian: true}
	persianFilled  = arabicManner{alef: "a", alefYeh: "i", waw: "o", heh: "eh", fill: "e", persian: true}
	persianCustom  = arabicManner{alef: "e", alefYeh: "ai", waw: "ou", heh: "e", fill: "a", persian: true}
	urduWritten    = arabicManner{alef: "a", alefYeh: "i", waw: "u", heh: "a", persian: true}
	urduFilled     = arabicManner{alef: "a", alefYeh: "i", waw: "o", heh: "ah", fill: "a", persian: true}
	urduCustom     = arabicManner{alef: "i", alefYeh: "ai", waw: "oo", heh: "a", fill: "a", persian: true}
)

// romaniseArabic reads words of the Arabic alphabet. Uyghur writes its vowels
// and is read in full. Elsewhere the first form has the written letters alone,
// unless the word is a name in everyone's mouth; the others fill in short
// vowels and take the letters as another language with the same alphabet does.
func romaniseArabic(word []rune) []string {
	if isUyghur(word) {
		return romaniseUyghur(word)
	}
	article, stem := arabicArticle(word)
	written, ok := readArabic(stem, &arabicWritten)
	if !ok {
		return nil
	}
	if names := arabicName(stem); names[0] != "" {
		var out []string
		if article != "" {
			out = addForm(out, article+names[0])
		}
		for _, name := range names {
			out = addForm(out, name)
		}
		return out
	}
	var out []string
	switch arabicLanguage(word) {
	case 'p':
		return arabicForms(word, &persianWritten, &persianFilled, &persianCustom)
	case 'u':
		return arabicForms(word, &urduWritten, &urduFilled, &urduCustom)
	}
	foreign := &arabicLoan
	if hasEmphatic(stem) {
		foreign = &arabicPersian
	}
	if article == "" {
		return arabicForms(word, &arabicWritten, &arabicFilled, foreign, &arabicCustom)
	}
	out = addForm(out, article+written)
	for _, form := range arabicForms(stem, &arabicWritten, &arabicFilled, &arabicCustom) {
		out = addForm(out, form)
	}
	return out
}

// arabicForms reads a word in several manners.
func arabicForms(word []rune, manners ...*arabicManner) []string {
	var out []string
	for _, m := range manners {
		if text, ok := readArabic(word, m); ok {
			out = addForm(out, text)
		}
	}
	return out
}

// arabicArticle cuts off the article al, or li with it (for the). What is left
// has at least three letters.
func arabicArticle(word []rune) (string, []rune) {
	if len(word) < 5 || word[1] != 'ل' {
		return "", word
	}
	switch word[0] {
	case 'ا', 'أ':
		return "al", word[2:]
	case 'ل':
		return "lil", word[2:]
	}
	return "", word
}

// arabicLanguage returns p, u or 0 by the letters that only Persian and its
// neighbours, or only Urdu, have. Kurdish shares some, but its w is no v.
func arabicLanguage(word []rune) byte {
	for _, r := range word {
		switch r {
		case 'ێ', 'ڕ', 'ڵ':
			return 0
		}
	}
	for _, r := range word {
		switch r {
		case 'ٹ', 'ڈ', 'ڑ', 'ے', 'ں', 'ہ', 'ھ', 'ۓ', 'ۃ':
			return 'u'
		}
	}
	for _, r := range word {
		switch r {
		case 'پ', 'چ', 'ژ', 'گ', 'ۀ':
			return 'p'
		}
	}
	return 0
}

// hasEmphatic reports letters that foreign words are not written with.
func hasEmphatic(word []rune) bool {
	for _, r := range word {
		switch r {
		case 'ث', 'ح', 'ذ', 'ص', 'ض', 'ط', 'ظ', 'ع', 'ق':
			return true
		}
	}
	return false
}

func readArabic(word []rune, m *arabicManner) (string, bool) {
	var buf [32]abjadSound
	sounds, ok := arabicSounds(buf[:0], word, m)
	if !ok {
		return "", false
	}
	return fillVowels(sounds, m.fill), true
}

// arabicSounds appends the sounds of a word. Which letter is a vowel depends
// on its neighbours.
func arabicSounds(dst []abjadSound, word []rune, m *arabicManner) ([]abjadSound, bool) {
	afterVowel := false // a long vowel or y, w stands before
	for i := 0; i < len(word); i++ {
		r, next := word[i], letterAt(word, i+1)
		last := i == len(word)-1
		if r == 'ا' && i == len(word)-4 && string(word[i:]) == "الله" {
			return append(dst, abjadSound{"a", true}, abjadSound{"ll", false}, abjadSound{"a", true}, abjadSound{"h", false}), true
		}
		s := abjadSound{"", true}
		switch r {
		case 'ا', 'آ', 'أ', 'إ', 'ٱ':
			switch after := letterAt(word, i+2); {
			case i > 0 || last:
				s.letters = "a"
			case isYeh(next) && !isLongVowel(after):
				s.letters = m.alefYeh
				i++
			case next == 'و' && !isLongVowel(after):
				s.letters = m.waw
				i++
			case isLongVowel(next):
				s.letters = "a"
			default:
				s.letters = m.alef
			}
		case 'و', 'ؤ':
			switch {
			case m.loan && next == 'ا' && i > 0 && !afterVowel:
				s.letters = "u"
			case i == 0 && !last, afterVowel, isYeh(next), next == 'ا', next == 'و' && isLongVowel(letterAt(word, i+2)):
				s = abjadSound{"w", false}
				if m.persian {
					s.letters = "v"
				}
			default:
				s.letters = m.waw
				if next == 'و' {
					i++
				}
			}
		case 'ی', 'ي', 'ى', 'ئ':
			switch {
			case i == 0, afterVowel, next == 'ا', next == 'و':
				s = abjadSound{"y", false}
			case isHeh(next) && i == len(word)-2:
				dst = append(dst, abjadSound{"i", true})
				s = abjadSound{"y", false}
			default:
				s.letters = "i"
			}
		case 'ع':
			// The catch in the throat is written by a neighbouring alef, or as
			// an a of its own between consonants.
			if next != 'ا' && !endsInVowel(dst) && !(isHeh(next) && i == len(word)-2) {
				dst = append(dst, abjadSound{"a", true})
			}
			afterVowel = false
			continue
		case 'ء', 'ٔ':
			afterVowel = false
			continue
		case 'ه', 'ة', 'ہ', 'ۃ':
			if last && i > 1 && (!endsInVowel(dst) || word[i-1] == 'ع') {
				s.letters = m.heh
			} else {
				s = abjadSound{"h", false}
			}
		default:
			if v := arabicVowel(r); v != "" {
				s.letters = v
				break
			}
			s = abjadSound{arabicConsonant(r, m), false}
			if s.letters == "" {
				return nil, false
			}
		}
		afterVowel = s.vowel
		dst = append(dst, s)
	}
	return dst, true
}

func letterAt(word []rune, i int) rune {
	if i < len(word) {
		return word[i]
	}
	return 0
}

func isYeh(r rune) bool       { return r == 'ی' || r == 'ي' || r == 'ى' }
func isHeh(r rune) bool       { return r == 'ه' || r == 'ة' }
func isLongVowel(r rune) bool { return r == 'ا' || r == 'و' || isYeh(r) || arabicVowel(r) != "" }

func endsInVowel(sounds []abjadSound) bool {
	return len(sounds) > 0 && sounds[len(sounds)-1].vowel
}

// arabicVowel gives the letters of languages other than Arabic that are always
// vowels.
func arabicVowel(r rune) string {
	switch r {
	case 'ە', 'ۀ':
		return "a"
	case 'ې', 'ێ', 'ے', 'ۓ':
		return "e"
	case 'ۆ':
		return "o"
	case 'ۇ', 'ۈ':
		return "u"
	case 'ۍ':
		return "y"
	}
	return ""
}

// arabicConsonant gives the consonants of Arabic, Persian, Urdu, Pashto, Sindhi
// and Kurdish.
func arabicConsonant(r rune, m *arabicManner) string {
	switch r {
	case 'ب', 'ٻ':
		return "b"
	case 'ت', 'ط', 'ٹ', 'ټ', 'ٺ', 'ٽ':
		return "t"
	case 'ث':
		return m.choose("th", "s")
	case 'ج':
		if m.loan {
			return "zh"
		}
		return "j"
	case 'ڄ':
		return "j"
	case 'ح', 'ھ', 'ۂ':
		return "h"
	case 'خ':
		return "kh"
	case 'د', 'ڈ', 'ډ', 'ڊ', 'ڏ':
		return "d"
	case 'ذ':
		return m.choose("dh", "z")
	case 'ر', 'ڑ', 'ړ', 'ڕ', 'ڙ':
		return "r"
	case 'ز', 'ظ':
		return "z"
	case 'س', 'ص':
		return "s"
	case 'ش', 'ښ':
		return "sh"
	case 'ض':
		return m.choose("d", "z")
	case 'غ':
		return "gh"
	case 'ف':
		if m.loan {
			return "v"
		}
		return "f"
	case 'ق':
		return m.choose("q", "gh")
	case 'ك', 'ک', 'ڪ':
		return "k"
	case 'ل', 'ڵ':
		return "l"
	case 'م':
		return "m"
	case 'ن', 'ں', 'ڼ', 'ڻ':
		return "n"
	case 'پ':
		return "p"
	case 'چ', 'ڃ':
		return "ch"
	case 'ژ', 'ږ':
		return "zh"
	case 'گ', 'ګ', 'ڳ', 'ݣ':
		return "g"
	case 'ڤ', 'ۋ', 'ڨ':
		return "v"
	case 'ڭ', 'ڱ':
		return "ng"
	case 'ځ':
		return "dz"
	case 'څ':
		return "ts"
	case 'ڇ':
		return "chh"
	case 'ڀ':
		return "bh"
	case 'ڦ':
		return "ph"
	case 'ٿ':
		return "th"
	case 'ڌ', 'ڍ':
		return "dh"
	}
	return ""
}

func (m *arabicManner) choose(arabic, persian string) string {
	if m.persian || m.loan {
		return persian
	}
	return arabic
}

// fillVowels joins sounds and puts the vowel fill, if any, where consonants
// would stand together as they do not in speech: two at the beginning, three
// elsewhere, and two at the end if the last is the louder (hasan, but hizb).
func fillVowels(sounds []abjadSound, fill string) string {
	out := make([]byte, 0, 3*len(sounds)+4)
	run := 0 // consonants since the last vowel
	open := true
	for i, s := range sounds {
		if s.vowel {
			run, open = 0, false
			out = append(out, s.letters...)
			continue
		}
		if run > 0 {
			last := i == len(sounds)-1
			if run > 1 || open || last && isSonorant(s.letters) && !isSonorant(sounds[i-1].letters) {
				out = append(out, fill...)
				run, open = 0, false
			}
		}
		run++
		out = append(out, s.letters...)
	}
	return string(out)
}

func isSonorant(letters string) bool {
	switch letters {
	case "l", "r", "m", "n", "w", "y", "v":
		return true
	}
	return false
}

// arabicName gives the spellings of names and words whose short vowels everyone
// knows, and which are in a large part of all names.
func arabicName(word []rune) [3]string {
	if len(word) > 8 {
		return [3]string{}
	}
	switch string(word) {
	case "الله":
		return [3]string{"allah", "ullah"}
	case "محمد":
		return [3]string{"muhammad", "mohammed", "mohamed"}
	case "احمد", "أحمد":
		return [3]string{"ahmad", "ahmed"}
	case "محمود":
		return [3]string{"mahmoud", "mahmud", "mehmood"}
	case "حامد":
		return [3]string{"hamid", "hamed"}
	case "حسن":
		return [3]string{"hasan", "hassan"}
	case "حسین", "حسين":
		return [3]string{"husayn", "hussein", "hossein"}
	case "علی", "علي":
		return [3]string{"ali"}
	case "عمر":
		return [3]string{"umar", "omar"}
	case "عثمان":
		return [3]string{"uthman", "osman", "othman"}
	case "معمر":
		return [3]string{"muammar", "moammar"}
	case "قذافی", "قذافي":
		return [3]string{"qadhafi", "gaddafi", "qaddafi"}
	case "مصطفی", "مصطفى":
		return [3]string{"mustafa", "mostafa", "moustafa"}
	case "مرتضی", "مرتضى":
		return [3]string{"murtada", "morteza", "murtaza"}
	case "موسی", "موسى":
		return [3]string{"musa", "moussa", "mousa"}
	case "عیسی", "عيسى":
		return [3]string{"isa", "issa", "eisa"}
	case "یحیی", "يحيى":
		return [3]string{"yahya", "yehia"}
	case "یوسف", "يوسف":
		return [3]string{"yusuf", "yousef", "youssef"}
	case "یونس", "يونس":
		return [3]string{"yunus", "younis", "younes"}
	case "ابراهیم", "إبراهيم":
		return [3]string{"ibrahim", "ebrahim"}
	case "اسماعیل", "إسماعيل":
		return [3]string{"ismail", "esmail", "ismael"}
	case "اسحاق", "اسحق":
		return [3]string{"ishaq", "eshagh"}
	case "اسامه", "أسامة":
		return [3]string{"usama", "osama"}
	case "اسلام", "إسلام":
		return [3]string{"islam", "eslam"}
	case "خالد":
		return [3]string{"khalid", "khaled"}
	case "قاسم":
		return [3]string{"qasim", "qasem", "ghasem"}
	case "سلیمان", "سليمان":
		return [3]string{"sulayman", "suleiman", "soleiman"}
	case "سلیمانی", "سليماني":
		return [3]string{"sulaymani", "soleimani", "suleimani"}
	case "سعید", "سعيد":
		return [3]string{"said", "saeed", "saeid"}
	case "مسعود":
		return [3]string{"masud", "masoud", "massoud"}
	case "رضا":
		return [3]string{"rida", "reza", "raza"}
	case "مهدی", "مهدي":
		return [3]string{"mahdi", "mehdi"}
	case "کریم", "كريم":
		return [3]string{"karim", "kareem"}
	case "جعفر":
		return [3]string{"jafar", "jaafar"}
	case "اکبر", "أكبر":
		return [3]string{"akbar"}
	case "اصغر", "أصغر":
		return [3]string{"asghar"}
	case "نصر":
		return [3]string{"nasr"}
	case "نصرالله":
		return [3]string{"nasrallah", "nasrullah", "nasrollah"}
	case "حزب":
		return [3]string{"hizb", "hezb"}
	case "حزبالله":
		return [3]string{"hizballah", "hezbollah", "hizbullah"}
	case "عبد":
		return [3]string{"abd", "abdul", "abdel"}
	case "عبدالله":
		return [3]string{"abdallah", "abdullah", "abdollah"}
	case "رحمن":
		return [3]string{"rahman"}
	case "عزیز", "عزيز":
		return [3]string{"aziz"}
	case "بن":
		return [3]string{"bin", "ben"}
	case "ابن":
		return [3]string{"ibn", "ebn"}
	case "بنت":
		return [3]string{"bint"}
	case "ابو", "أبو":
		return [3]string{"abu", "abou"}
	case "ام":
		return [3]string{"umm"}
	case "ال", "آل":
		return [3]string{"al", "el"}
	case "شیخ", "شيخ":
		return [3]string{"shaykh", "sheikh", "shaikh"}
	case "سید", "سيد":
		return [3]string{"sayyid", "seyed", "syed"}
	case "حاج":
		return [3]string{"hajj", "haj"}
	case "اسد", "أسد":
		return [3]string{"asad", "assad"}
	case "بشار":
		return [3]string{"bashar", "bashshar"}
	case "ماهر":
		return [3]string{"mahir", "maher"}
	case "فاطمه", "فاطمة":
		return [3]string{"fatima", "fatemeh", "fatimah"}
	case "زینب", "زينب":
		return [3]string{"zaynab", "zainab", "zeinab"}
	case "مریم", "مريم":
		return [3]string{"maryam", "mariam"}
	case "صدام":
		return [3]string{"saddam"}
	case "زاید", "زايد":
		return [3]string{"zayid", "zayed"}
	case "سلمان":
		return [3]string{"salman"}
	case "سلطان":
		return [3]string{"sultan", "soltan"}
	case "طالب":
		return [3]string{"talib", "taleb"}
	case "ناصر":
		return [3]string{"nasir", "nasser", "naser"}
	case "صالح":
		return [3]string{"salih", "saleh"}
	case "قطر":
		return [3]string{"qatar"}
	case "مصر":
		return [3]string{"misr"}
	case "قدس":
		return [3]string{"quds", "qods"}
	case "نور":
		return [3]string{"nur", "nour", "noor"}
	case "دین", "دين":
		return [3]string{"din", "deen", "eddin"}
	}
	return [3]string{}
}

// isUyghur reports a word with letters that Uyghur has and Arabic, Persian and
// Urdu have not. No word of those begins with the carrier ئ either, before
// which Uyghur sets every vowel at the beginning of a word. Letters that only
// Kurdish or Pashto has say otherwise.
func isUyghur(word []rune) bool {
	uyghur := false
	for i, r := range word {
		switch r {
		case 'ە', 'ې', 'ۆ', 'ۈ', 'ۇ', 'ڭ', 'ۋ':
			uyghur = true
		case 'ئ':
			uyghur = uyghur || i == 0
		case 'ێ', 'ڕ', 'ڵ', 'ټ', 'ډ', 'ړ', 'ږ', 'ښ', 'ڼ', 'ۍ', 'ځ', 'څ', 'ګ':
			return false
		}
	}
	return uyghur
}

// romaniseUyghur reads Uyghur in its Latin alphabet (ULY, without marks), then
// with a for ە and kh for خ as in established names, then with k for ق too:
// qeshqer, qashqar, kashkar. In folded words one letter stands for the carrier
// of vowels, y and i.
func romaniseUyghur(word []rune) []string {
	out := make([]string, 0, maxForms)
	for m := range uyghurManners {
		text, ok := readUyghur(word, m)
		if !ok {
			return nil
		}
		out = addForm(out, text)
	}
	if word[0] == 'ی' && len(word) > 1 && isUyghurVowel(word[1]) {
		out = addForm(out, "y"+out[0])
	}
	return out
}

const uyghurManners = 3

func readUyghur(word []rune, manner int) (string, bool) {
	out := make([]byte, 0, 2*len(word))
	afterVowel := false
	for i, r := range word {
		letters, vowel := "", false
		switch r {
		case 'ئ', 'ء', 'أ':
			continue
		case 'ی':
			letters, vowel = uyghurYeh(afterVowel, i, letterAt(word, i+1))
			if letters == "" {
				continue
			}
		case 'ى':
			letters, vowel = "i", true
		default:
			letters, vowel = uyghurLetter(r, manner), isUyghurVowel(r)
			if letters == "" {
				return "", false
			}
		}
		afterVowel = vowel
		out = append(out, letters...)
	}
	return string(out), true
}

// uyghurYeh reads the letter into which folding has thrown the carrier ئ, ى
// for i and ي for y.
func uyghurYeh(afterVowel bool, i int, next rune) (string, bool) {
	switch nextVowel := isUyghurVowel(next); {
	case i == 0 && (nextVowel || next == 'ی'):
		return "", false
	case afterVowel, nextVowel:
		return "y", false
	}
	return "i", true
}

func isUyghurVowel(r rune) bool {
	switch r {
	case 'ا', 'ە', 'و', 'ۇ', 'ۆ', 'ۈ', 'ې', 'ى':
		return true
	}
	return false
}

func uyghurLetter(r rune, manner int) string {
	switch r {
	case 'ا':
		return "a"
	case 'ە':
		if manner > 0 {
			return "a"
		}
		return "e"
	case 'خ':
		if manner > 0 {
			return "kh"
		}
		return "x"
	case 'ق':
		if manner > 1 {
			return "k"
		}
		return "q"
	case 'ې':
		return "e"
	case 'و', 'ۆ':
		return "o"
	case 'ۇ', 'ۈ':
		return "u"
	case 'ۋ':
		if manner > 1 {
			return "v"
		}
		return "w"
	case 'ھ', 'ه':
		return "h"
	case 'ي':
		return "y"
	}
	return arabicConsonant(r, &arabicWritten)
}
