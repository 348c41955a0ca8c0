import { expect, test } from 'vitest'
import type { HostApi, Outcome } from '../../../src/shared/contract.ts'

const called: string[] = []
let answerSession: (outcome: Outcome<unknown>) => void = () => undefined

const host: HostApi = {
  call: async (method) => {
    called.push(method)
    if (method !== 'session.get')
      return { ok: true, value: { imported: [], packages: [], returned: [] } as never }
    const session = await new Promise<Outcome<unknown>>((resolve) => {
      answerSession = resolve
    })
    return session as never
  },
  on: () => () => undefined,
}

test('who opens a file before the desk is all there gets the dialog of the host, and no other', async () => {
  Object.defineProperty(window, 'stet', { value: host, configurable: true })
  const { useSession } = await import('../../../src/renderer/features/session-store.ts')
  const { openFiles } = await import('../../../src/renderer/features/desk/import.ts')
  const field = document.createElement('input')
  field.dataset['openFiles'] = ''
  field.addEventListener('click', () => called.push('field'))
  document.body.append(field)
  const loaded = useSession.getState().load()
  const opened = openFiles()
  await new Promise(requestAnimationFrame)
  expect(called).toEqual(['session.get'])
  answerSession({ ok: true, value: { nativeDialogs: true, people: [] } })
  await Promise.all([loaded, opened])
  expect(called).toEqual(['session.get', 'articles.openDialog'])
  field.remove()
})
