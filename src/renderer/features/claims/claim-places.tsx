import { X } from 'lucide-react'
import { useMemo } from 'react'
import type { AnchorPlace } from '../../editor/api.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { run } from '../commands/dispatch.ts'
import { isMac, keysInWords } from '../commands/keys.ts'
import { useCalmSnapshot } from '../review/calm-snapshot.ts'
import { goToText } from '../review/go-to.ts'
import { useReview } from '../review/store.ts'
import styles from './claims.module.css'

const NOWHERE: readonly AnchorPlace[] = []

/** Where a claim stands in the text, as the gutter counts. */
export function usePlaces(claimId: string): readonly AnchorPlace[] {
  const editor = useReview((review) => review.editor)
  const index = useCalmSnapshot()?.index
  return useMemo(
    () => (index === undefined ? NOWHERE : (editor?.anchorPlaces('claim', claimId) ?? NOWHERE)),
    [editor, index, claimId],
  )
}

/** One place goes; the claim is about the others from now on. */
async function removePlace(claim: ClaimView, at: number): Promise<void> {
  const { editor, refresh } = useReview.getState()
  if (editor?.removePlace('claim', claim.id, at) !== true) return
  announce(`Place taken from claim ${claim.number}.`)
  await editor.flush()
  await refresh()
}

function goToPlace(claimId: string, at: number): void {
  const target = { kind: 'claim', id: claimId } as const
  goToText(target)
  useReview.getState().editor?.goTo(target, at)
}

function Place(props: {
  readonly claim: ClaimView
  readonly place: AnchorPlace
  readonly at: number
  readonly removable: boolean
}) {
  const { claim, place, at, removable } = props
  const name = place.label === '' ? `place ${at + 1}` : place.label
  return (
    <span className={styles['place']}>
      <button
        type="button"
        className={styles['goTo']}
        title={place.words}
        aria-label={`Go to ${name}: ${place.words}`}
        onClick={() => goToPlace(claim.id, at)}
      >
        {name}
      </button>
      {removable && (
        <Button
          only
          aria-label={`Take ${name} from the claim`}
          title="Take this place from the claim"
          onClick={() => void removePlace(claim, at)}
        >
          <Icon of={X} size={12} />
        </Button>
      )}
    </span>
  )
}

/** The places of a claim: each leads to its words, and of several each can be taken out. */
export function ClaimPlaces({ claim, locked }: { readonly claim: ClaimView; readonly locked: boolean }) {
  const places = usePlaces(claim.id)
  return (
    <div className={styles['places']}>
      <span className={text['soft']}>
        {places.length === 0 ? 'No place in the text.' : counted(places.length, 'place')}
      </span>
      {places.map((place, at) => (
        <Place
          key={`${at} ${place.label}`}
          claim={claim}
          place={place}
          at={at}
          removable={!locked && places.length > 1}
        />
      ))}
      {!locked && (
        <span className={styles['add']}>
          {/* The selection in the text must survive the click. */}
          <Button onPointerDown={(event) => event.preventDefault()} onClick={() => run('claim.add')}>
            Add a place
          </Button>{' '}
          <kbd className={text['kbd']}>{keysInWords('Mod-Alt-c', isMac())}</kbd>
        </span>
      )}
    </div>
  )
}
