import type { FacetCounts } from '../../../shared/model/desk-list.ts'
import field from '../../ui/field.module.css'
import text from '../../ui/text.module.css'
import styles from './facets.module.css'
import { filterSections } from './filters.ts'
import { sameFacet } from './shown.ts'
import { useDesk } from './store.ts'

/** The filters, each with how many articles it would show; on a narrow window folded into one choice. */
export function Facets({ counts }: { readonly counts: FacetCounts }) {
  const { facet, setFacet } = useDesk()
  const sections = filterSections(counts)
  const all = sections.flatMap(({ lines }) => lines)
  return (
    <nav className={styles['facets']} aria-label="Filter" data-region="facets" tabIndex={-1}>
      <label className={styles['fold']}>
        Show
        <select
          className={field['control']}
          value={all.findIndex((line) => sameFacet(line.facet, facet))}
          onChange={(event) => {
            const line = all[Number(event.target.value)]
            if (line !== undefined) setFacet(line.facet)
          }}
        >
          {sections.map(({ title, lines }) => (
            <optgroup key={title} label={title}>
              {lines.map((line) => (
                <option key={line.label} value={all.indexOf(line)}>
                  {line.label} ({line.count})
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
                  aria-current={sameFacet(line.facet, facet) ? 'true' : undefined}
                  onClick={() => setFacet(line.facet)}
                >
                  <span className={text['cut']}>{line.label}</span>
                  <span className={text['figures']}>{line.count}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
