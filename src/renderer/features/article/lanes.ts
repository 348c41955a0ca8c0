/** Brackets beside the text: overlapping claims stand in lanes, and their numbers under one another. */

export type Span = { readonly id: string; readonly top: number; readonly bottom: number }
/** `ids` has more than one member where more claims overlap than there are lanes: one bracket for all of them. */
export type Bracket = Span & { readonly lane: number; readonly ids: readonly string[] }

export const LANES = 3
/** Two claims that only touch at a line's edge do not overlap; CSS pixels. */
const SLACK = 2

export function placeBrackets(spans: readonly Span[]): readonly Bracket[] {
  const sorted = [...spans].sort((one, other) => one.top - other.top || one.bottom - other.bottom)
  return clusters(sorted).flatMap((cluster) => {
    const lanes: number[] = []
    const placed = cluster.map((span): Bracket => {
      const free = lanes.findIndex((bottom) => bottom <= span.top + SLACK)
      const lane = free === -1 ? lanes.length : free
      lanes[lane] = span.bottom
      return { ...span, lane, ids: [span.id] }
    })
    return lanes.length <= LANES ? placed : [together(cluster)]
  })
}

/** Runs of spans that overlap directly or through one another. */
function clusters(sorted: readonly Span[]): readonly (readonly Span[])[] {
  const found: Span[][] = []
  let bottom = -Infinity
  for (const span of sorted) {
    if (span.top + SLACK >= bottom) found.push([])
    found.at(-1)?.push(span)
    bottom = Math.max(bottom, span.bottom)
  }
  return found
}

function together(cluster: readonly Span[]): Bracket {
  return {
    id: cluster[0]?.id ?? '',
    ids: [...new Set(cluster.map((span) => span.id))],
    lane: 0,
    top: Math.min(...cluster.map((span) => span.top)),
    bottom: Math.max(...cluster.map((span) => span.bottom)),
  }
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
