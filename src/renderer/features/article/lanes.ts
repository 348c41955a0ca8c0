/** Brackets beside the text: overlapping claims stand in lanes, and their numbers under one another. */

export type Span = { readonly id: string; readonly top: number; readonly bottom: number }
/** `ids` has more than one member where more claims overlap than there are lanes: one bracket for all of them. */
export type Bracket = Span & { readonly lane: number; readonly ids: readonly string[] }

export const LANES = 3
/** Two claims that only touch at a line's edge do not overlap; CSS pixels. */
const SLACK = 2

type Shared = Span & { readonly ids: readonly string[] }

function byPlace(one: Span, other: Span): number {
  return one.top - other.top || one.bottom - other.bottom
}

/** The first that are too many to stand beside each other: all those that cover one line. */
function tooMany(sorted: readonly Shared[]): readonly Shared[] | null {
  for (const [at, { top }] of sorted.entries()) {
    const beside = sorted.slice(0, at + 1).filter(({ bottom }) => bottom > top + SLACK)
    if (beside.length > LANES) return beside
  }
  return null
}

function together(spans: readonly Shared[]): Shared {
  return {
    id: spans[0]?.id ?? '',
    ids: [...new Set(spans.flatMap(({ ids }) => ids))],
    top: Math.min(...spans.map((span) => span.top)),
    bottom: Math.max(...spans.map((span) => span.bottom)),
  }
}

/** Where more than LANES stand beside each other they share one bracket, and only there. */
function shareBrackets(spans: readonly Span[]): readonly Shared[] {
  let shared: readonly Shared[] = spans.map((span) => ({ ...span, ids: [span.id] })).sort(byPlace)
  for (let many = tooMany(shared); many !== null; many = tooMany(shared)) {
    const gone = new Set(many)
    shared = [...shared.filter((span) => !gone.has(span)), together(many)].sort(byPlace)
  }
  return shared
}

export function placeBrackets(spans: readonly Span[]): readonly Bracket[] {
  const lanes: number[] = []
  return shareBrackets(spans).map((span): Bracket => {
    const free = lanes.findIndex((bottom) => bottom <= span.top + SLACK)
    const lane = free === -1 ? lanes.length : free
    lanes[lane] = span.bottom
    return { ...span, lane }
  })
}

/** Tops of labels that must not meet: each stands at its wanted top or right below the one before. */
export function pushDown(wanted: readonly number[], height: number): readonly number[] {
  let free = -Infinity
  return wanted.map((top) => {
    const placed = Math.max(top, free)
    free = placed + height
    return placed
  })
}
