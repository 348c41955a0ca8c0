import { MAX_PICTURE } from '../../../shared/picture-address.ts'
import { host } from '../../host/host.ts'
import { refuse, whyNoCaret } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'

/** What the file field takes; main decides by the bytes. */
const ACCEPTED = 'image/png,image/jpeg,image/gif,image/webp'

function mayPutIn(): boolean {
  const why = whyNoCaret() ?? (useReview.getState().snapshot?.mode === 'read' ? 'unchanging' : null)
  if (why !== null) refuse(why)
  return why === null
}

/** Keeps the bytes, and asks what the picture shows before it comes into the text. */
export async function takePicture(file: File): Promise<void> {
  if (!mayPutIn()) return
  const { setError } = useReview.getState()
  if (file.size > MAX_PICTURE) {
    setError(`“${file.name}” is larger than 20 MB. Nothing was put in; make it smaller first.`)
    return
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const outcome = await host.call('pictures.put', { name: file.name || 'Picture', bytes })
  if (outcome.ok) useShell.getState().show({ kind: 'picture', picture: outcome.value })
  else setError(outcome.error.message)
}

/** Asks for a file by the system's own dialog. */
export function choosePicture(): void {
  if (!mayPutIn()) return
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = ACCEPTED
  field.addEventListener('change', () => {
    const file = field.files?.[0]
    if (file) void takePicture(file)
  })
  field.click()
}
