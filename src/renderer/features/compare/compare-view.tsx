import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { createRedlineView } from '../../editor/redline/redline-view.ts'
import type { RedlineView } from '../../editor/redline/redline-view.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { closeComparison, stepDifference } from './actions.ts'
import styles from './compare.module.css'
import { sideName } from './sides.ts'
import { useCompare, wordsOf } from './store.ts'
import type { Comparison, Standing } from './store.ts'
import { useVersions } from './versions.ts'

/** The redline of a comparison that is done. */
function Text({ doc, differences }: Pick<Extract<Standing, { kind: 'ready' }>, 'doc' | 'differences'>) {
  const mount = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<RedlineView | null>(null)
  const { reading, current } = useCompare(useShallow(({ reading, current }) => ({ reading, current })))
  useEffect(() => {
    if (mount.current === null) return
    const made = createRedlineView(mount.current, {
      doc,
      label: 'Comparison of two texts',
      later: 'the later text',
    })
    setView(made)
    return made.destroy
  }, [doc])
  useEffect(() => {
    view?.show(reading)
    const ids = reading === 'redline' ? differences.find(({ id }) => id === current)?.ids : undefined
    view?.point(ids ?? null)
  }, [view, differences, reading, current])
  return <div ref={mount} />
}

function place(comparison: Comparison, current: string | null): string {
  const { standing } = comparison
  if (standing.kind !== 'ready') return ''
  const { differences } = standing
  if (differences.length === 0) return 'no difference'
  const at = differences.findIndex(({ id }) => id === current)
  return at === -1 ? wordsOf(standing) : `${at + 1} of ${differences.length}`
}

/** Two texts as one redline, in the manuscript's place: what led from the first to the second. */
export function CompareView({ comparison }: { readonly comparison: Comparison }) {
  const { reading, current, setReading } = useCompare(
    useShallow(({ reading, current, setReading }) => ({ reading, current, setReading })),
  )
  const versions = useVersions((store) => store.versions)
  const { from, to, standing } = comparison
  const [earlier, later] = [sideName(from, versions), sideName(to, versions)]
  const steps = standing.kind !== 'ready' || standing.differences.length === 0
  return (
    <>
      <header className={styles['bar']}>
        <h2 title={`${earlier} → ${later}`}>
          <span>{earlier}</span>
          <span aria-label="compared with"> → </span>
          <span>{later}</span>
        </h2>
        <Segmented
          label="Which text is shown"
          value={reading}
          options={[
            { value: 'redline', label: 'Differences' },
            { value: 'original', label: 'Earlier' },
            { value: 'final', label: 'Later' },
          ]}
          onChange={setReading}
        />
        <span className={styles['place']}>{place(comparison, current)}</span>
        <Button
          only
          aria-disabled={steps}
          aria-label="Previous difference"
          title="Previous difference (Shift F8)"
          onClick={() => stepDifference(-1)}
        >
          <Icon of={ArrowUp} />
        </Button>
        <Button
          only
          aria-disabled={steps}
          aria-label="Next difference"
          title="Next difference (F8)"
          onClick={() => stepDifference(1)}
        >
          <Icon of={ArrowDown} />
        </Button>
        <Button
          only
          aria-label="Back to the manuscript"
          title="Back to the manuscript (Esc)"
          onClick={closeComparison}
        >
          <Icon of={X} />
        </Button>
      </header>
      <div className={styles['sheet']} aria-busy={standing.kind === 'comparing'}>
        {standing.kind === 'ready' ? (
          <Text doc={standing.doc} differences={standing.differences} />
        ) : (
          <p className={styles['waiting']}>{wordsOf(standing)}</p>
        )}
      </div>
    </>
  )
}
