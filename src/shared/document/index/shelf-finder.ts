type Holder = { readonly spots: ReadonlyMap<string, unknown> }

/** From here on a table of all ids is made sooner than every shelf is asked each time. */
const MANY = 32

/** Finds the first shelf that holds an id; `asks`: how many ids will be looked for. */
export function shelfFinder<Shelf extends Holder>(
  shelves: readonly Shelf[],
  asks: number,
): (id: string) => Shelf | undefined {
  if (asks < MANY || shelves.length < 2) return (id) => shelves.find(({ spots }) => spots.has(id))
  let table: Map<string, Shelf> | null = null
  const fill = () => {
    const filled = new Map<string, Shelf>()
    for (const shelf of shelves.toReversed()) for (const id of shelf.spots.keys()) filled.set(id, shelf)
    return filled
  }
  return (id) => (table ??= fill()).get(id)
}
