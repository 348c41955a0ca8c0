/** The six author hues of the interface; each at least 4.5:1 on white. The template reads them with its data. */
export const HUES = ['#1149d6', '#5d240e', '#16684e', '#930d7d', '#6111af', '#4b560c'] as const

/** So much of a hue as a highlighter leaves on paper. */
const TINT = 0.18

/** Red, green and blue from 0 to 1. `hue`: from 1. */
export function paleHue(hue: number): readonly [number, number, number] {
  const colour = HUES[(hue - 1) % HUES.length] ?? HUES[0]
  const tint = (at: number) => 1 - TINT * (1 - parseInt(colour.slice(at, at + 2), 16) / 255)
  return [tint(1), tint(3), tint(5)]
}
