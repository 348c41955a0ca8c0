import type { CreateRule } from '../rule.ts'
import { SEQUENCES } from '../sequences.ts'

/** A change of properties tells those before it, even where there were none. */
const TOLD = {
  'w:rPrChange': 'w:rPr',
  'w:pPrChange': 'w:pPr',
  'w:tblPrChange': 'w:tblPr',
  'w:tblPrExChange': 'w:tblPrEx',
  'w:trPrChange': 'w:trPr',
  'w:tcPrChange': 'w:tcPr',
} as const

/** Properties out of order, twice, or unknown; and properties before a change that are not told. */
export const createOrder: CreateRule = (report) => ({
  openAny: (frame, part) => {
    const parent = frame.parent
    const places = parent && SEQUENCES.get(parent.name)
    if (!places || !frame.name.startsWith('w:')) return
    const here = places.get(frame.name)
    const before = places.get(parent.last) ?? -1
    if (here === undefined) report('misplaced', part, `${frame.name} in ${parent.name}`)
    else if (here < before || (here === before && here > 0)) {
      report('property-order', part, `${frame.name} after ${parent.last} in ${parent.name}`)
    }
  },
  close: Object.fromEntries(
    Object.entries(TOLD).map(([name, told]) => [
      name,
      (frame, part) => {
        if (frame.last !== told) report('incomplete', part, `${name} without ${told}`)
      },
    ]),
  ),
})
