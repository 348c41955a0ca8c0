import { Search } from 'lucide-react'
import { useMemo } from 'react'
import type { LogEvent } from '../../../shared/model/review.ts'
import { counted } from '../../ui/counted.ts'
import { CompactSelect } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import styles from './history.module.css'
import { areaOf } from './log-filter.ts'
import { areaName } from './log-words.ts'
import { useHistory } from './store.ts'

/** Which lines are listed: by who, by what, by words. */
export function LogFilters(props: { readonly log: readonly LogEvent[]; readonly shown: number }) {
  const { log, shown } = props
  const filter = useHistory((store) => store.filter)
  const setFilter = useHistory((store) => store.setFilter)
  const personOf = usePersonOf()
  const people = useMemo(() => [...new Set(log.flatMap(({ personId }) => personId ?? []))], [log])
  const areas = useMemo(() => [...new Set(log.map(areaOf))].toSorted(), [log])
  return (
    <div className={panel['filters']}>
      <span className={styles['search']}>
        <Icon of={Search} size={14} />
        <input
          type="search"
          aria-label="Words in the log"
          placeholder="Words in the log"
          value={filter.words}
          onChange={(event) => setFilter({ ...filter, words: event.target.value })}
        />
      </span>
      <CompactSelect
        label="Who"
        value={filter.personId}
        options={[
          { value: '', label: 'Everybody' },
          ...people.map((id) => ({ value: id, label: personOf(id)?.name ?? 'Somebody unknown' })),
        ]}
        onChange={(personId) => setFilter({ ...filter, personId })}
      />
      <CompactSelect
        label="What"
        value={filter.area}
        options={[
          { value: '', label: 'Every act' },
          ...areas.map((area) => ({ value: area, label: areaName(area) })),
        ]}
        onChange={(area) => setFilter({ ...filter, area })}
      />
      <output className={styles['count']}>
        {shown === log.length ? counted(shown, 'act') : `${shown} of ${counted(log.length, 'act')}`}
      </output>
    </div>
  )
}
