import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { readBody } from '../../../../src/main/loopback/body.ts'

test('a call that breaks off on its way is an answer, not a mistake of ours', async () => {
  const request = new PassThrough()
  const body = readBody(request as unknown as IncomingMessage)
  request.write('{"method"')
  request.destroy(new Error('aborted'))
  expect(await body).toEqual({ ok: false, status: 400, message: 'The call broke off.' })
})
