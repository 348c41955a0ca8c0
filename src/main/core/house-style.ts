import type { Paper } from '../../shared/model/check-book.ts'
import type { Context } from './context.ts'
import { FIRST_PROFILE } from './load-checks.ts'

/** The setting under which the library keeps the name of its house style. */
export const HOUSE_STYLE = 'houseStyle'

export function houseStyle({ store, checks }: Context) {
  return checks.of(store.settings.get(HOUSE_STYLE) ?? FIRST_PROFILE)
}

export function housePaper(context: Context): Paper {
  return houseStyle(context).book.house.paper
}
