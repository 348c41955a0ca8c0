import type { ArticleRow } from '../../../shared/model/article.ts'
import type { Actor } from '../../../shared/model/person.ts'
import field from '../../ui/field.module.css'
import text from '../../ui/text.module.css'
import { choices, STATUS_NAMES } from '../words.ts'
import styles from './desk.module.css'
import { inFacet } from './rows.ts'
import type { Facet } from './rows.ts'
import { useDesk } from './store.ts'

type Line = { readonly label: string; readonly facet: Facet }

const OWN: readonly Line[] = [
  { label: 'All', facet: { kind: 'all' } },
  { label: 'Held by me', facet: { kind: 'held-by-me' } },
  { label: 'Mine to sign', facet: { kind: 'mine-to-sign' } },
  { label: 'Blocked, due today', facet: { kind: 'blocked-today' } },
]

const STATUS_LINES: readonly Line[] = choices(STATUS_NAMES).map(({ value, label }) => ({
  label,
  facet: { kind: 'status', status: value },
}))

function desksOf(rows: readonly ArticleRow[]): readonly Line[] {
  const desks = [...new Set(rows.map((row) => row.desk))].filter((desk) => desk !== '')
  return desks
    .sort((a, b) => a.localeCompare(b))
    .map((desk) => ({ label: desk, facet: { kind: 'desk', desk } }))
}

function same(one: Facet, other: Facet): boolean {
  if (one.kind === 'status' && other.kind === 'status') return one.status === other.status
  if (one.kind === 'desk' && other.kind === 'desk') return one.desk === other.desk
  return one.kind === other.kind
}

type FacetsProps = {
  readonly rows: readonly ArticleRow[]
  readonly actor: Actor | null
  readonly now: number
}

/** The filters, each with how many articles it would show; on a narrow window folded into one choice. */
export function Facets({ rows, actor, now }: FacetsProps) {
  const { facet, setFacet } = useDesk()
  const sections = [
    { title: 'Articles', lines: OWN },
    { title: 'Status', lines: STATUS_LINES },
    { title: 'Desk', lines: desksOf(rows) },
  ].filter(({ lines }) => lines.length > 0)
  const count = (line: Line): number => rows.filter((row) => inFacet(row, line.facet, actor, now)).length
  const all = sections.flatMap(({ lines }) => lines)
  return (
    <nav className={styles['facets']} aria-label="Filter" data-region="facets" tabIndex={-1}>
      <label className={styles['fold']}>
        Show
        <select
          className={field['control']}
          value={all.findIndex((line) => same(line.facet, facet))}
          onChange={(event) => {
            const line = all[Number(event.target.value)]
            if (line !== undefined) setFacet(line.facet)
          }}
        >
          {sections.map(({ title, lines }) => (
            <optgroup key={title} label={title}>
              {lines.map((line) => (
                <option key={line.label} value={all.indexOf(line)}>
                  {line.label} ({count(line)})
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {sections.map(({ title, lines }) => (
        <section key={title}>
          <h2 className={styles['facetHead']}>{title}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line.label}>
                <button
                  type="button"
                  className={styles['facet']}
                  aria-current={same(line.facet, facet) ? 'true' : undefined}
                  onClick={() => setFacet(line.facet)}
                >
                  <span className={text['cut']}>{line.label}</span>
                  <span className={text['figures']}>{count(line)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
