/**
 * Glyphs that a font shows in place of others, as its table GSUB says (OpenType specification, "Glyph Substitution
 * Table"; big-endian). Which of its features are asked for is not looked at: more is found than is ever shown.
 */

const SINGLE = 1
const LIGATURE = 4
const CONTEXT = 5
const CHAINED = 6
const EXTENSION = 7

type Subtable = { readonly type: number; readonly at: number }

/** `count` numbers of 16 bits that follow their count. */
function counted(view: DataView, at: number): readonly number[] {
  return Array.from({ length: view.getUint16(at) }, (_, index) => view.getUint16(at + 2 + index * 2))
}

/** Positions to which a counted list of offsets from `base` leads. */
function places(view: DataView, base: number, at: number): readonly number[] {
  return counted(view, at).map((offset) => base + offset)
}

function subtablesOf(gsub: DataView): readonly Subtable[] {
  const lookups = gsub.getUint16(8)
  return places(gsub, lookups, lookups).flatMap((lookup) => {
    const type = gsub.getUint16(lookup)
    return places(gsub, lookup, lookup + 4).map((at) =>
      type === EXTENSION ? { type: gsub.getUint16(at + 2), at: at + gsub.getUint32(at + 4) } : { type, at },
    )
  })
}

/** The glyphs that a subtable is about, in their order. */
function coveredBy(view: DataView, at: number): readonly number[] {
  if (view.getUint16(at) === 1) return counted(view, at + 2)
  return Array.from({ length: view.getUint16(at + 2) }, (_, index) => at + 4 + index * 6).flatMap((range) => {
    const first = view.getUint16(range)
    return Array.from({ length: view.getUint16(range + 2) - first + 1 }, (__, index) => first + index)
  })
}

/** What stands for one glyph, by its place in the coverage. */
function singleOf(view: DataView, at: number, glyph: number, index: number): number {
  return view.getUint16(at) === 1
    ? (glyph + view.getUint16(at + 4)) & 0xffff
    : view.getUint16(at + 6 + index * 2)
}

/** The ligatures of a set whose other parts are all there. */
function ligaturesOf(view: DataView, set: number, glyphs: ReadonlySet<number>): readonly number[] {
  return places(view, set, set).flatMap((ligature) => {
    const others = view.getUint16(ligature + 2) - 1
    const parts = Array.from({ length: others }, (_, index) => view.getUint16(ligature + 4 + index * 2))
    return parts.every((part) => glyphs.has(part)) ? [view.getUint16(ligature)] : []
  })
}

function shownBy(gsub: DataView, { type, at }: Subtable, glyphs: ReadonlySet<number>): readonly number[] {
  // What these do to a glyph stands in other lookups of the list.
  if (type === CONTEXT || type === CHAINED) return []
  if (type < SINGLE || type > LIGATURE) throw new Error(`Substitutions of type ${type} are not known here.`)
  const sets = type === SINGLE ? [] : places(gsub, at, at + 4)
  return coveredBy(gsub, at + gsub.getUint16(at + 2)).flatMap((glyph, index) => {
    if (!glyphs.has(glyph)) return []
    const set = sets[index] ?? 0
    if (type === SINGLE) return [singleOf(gsub, at, glyph, index)]
    return type === LIGATURE ? ligaturesOf(gsub, set, glyphs) : counted(gsub, set)
  })
}

/** Adds to these glyphs what may be shown in their place. */
export function addSubstitutes(glyphs: Set<number>, gsub: DataView): void {
  const subtables = subtablesOf(gsub)
  for (let before = 0; glyphs.size > before;) {
    before = glyphs.size
    for (const subtable of subtables) for (const one of shownBy(gsub, subtable, glyphs)) glyphs.add(one)
  }
}
