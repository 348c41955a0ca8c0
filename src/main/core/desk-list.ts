import type { ParsedArgs, Result } from '../../shared/contract.ts'
import type { DeskList } from '../../shared/model/desk-list.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import { calendarOf, stepsToSign } from '../../shared/rules/running-order.ts'
import type { DeskLook, DeskReader } from '../store/desk-list.ts'
import type { Context } from './context.ts'

type Asked = ParsedArgs<'articles.list'>

/** An act needs the role on the desk of its article; so does what is listed as somebody's to sign. */
function readerOf({ store, actor, workflow }: Context): DeskReader {
  const { personId, role } = actor()
  const person = store.people.get(personId)
  const own = (person?.deskRoles ?? []).filter(({ roles }) => roles.includes(role)).map(({ desk }) => desk)
  return {
    me: personId,
    steps: stepsToSign(workflow, role),
    desks: person?.roles.includes(role) === true ? 'all' : own,
  }
}

/** Where the window begins, and the ids in it. */
type Found = { readonly from: number; readonly ids: readonly ArticleId[] }

/** More than any library holds. */
const ALL = 1_000_000_000

function windowOf({ store }: Context, look: DeskLook, { at, count }: Asked): Found {
  if (at.kind === 'from') return { from: at.from, ids: store.deskList.window(look, at.from, count) }
  const ordered = store.deskList.window(look, 0, ALL)
  const place = ordered.indexOf(at.articleId)
  const from = Math.max(0, place - Math.floor(count / 2))
  return { from, ids: ordered.slice(from, from + count) }
}

/** The rows that are looked at, and the counts of all. Texts the search does not know yet are read afterwards. */
export function listDesk(context: Context, asked: Asked): Result<'articles.list'> {
  const { store, now, reading } = context
  const { facet, sort, query } = asked
  const look = { facet, sort, query, calendar: calendarOf(now()), reader: readerOf(context) }
  const { from, ids } = windowOf(context, look, asked)
  const groups = store.deskList.groups(look)
  const unsearched = store.search.waiting()
  if (unsearched > 0) reading.begin()
  const isRunningOrder = sort.key === 'due' && !sort.descending
  return {
    rows: ids.flatMap((id) => store.articles.row(id) ?? []),
    from,
    total: groups.reduce((sum, group) => sum + group.count, 0),
    groups: isRunningOrder ? groups : [],
    facets: store.deskList.facets(look),
    unsearched,
  } satisfies DeskList
}
