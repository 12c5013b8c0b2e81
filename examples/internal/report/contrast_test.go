package report

import (
	"fmt"
	"math"
)

// contrast returns the contrast ratio of two colours, by the formula of WCAG.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// luminance returns the relative luminance of a colour such as #1a222b; NaN for
// anything else.
func luminance(colour string) float64 {
	if len(colour) == 4 {
		colour = fmt.Sprintf("#%c%[1]c%c%[2]c%c%[3]c", colour[1], colour[2], colour[3])
	}
	var rgb [3]uint8
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &rgb[0], &rgb[1], &rgb[2]); err != nil {
		return math.NaN()
	}
	sum := 0.0
	for i, share := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(rgb[i]) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += share * c
	}
	return sum
}
