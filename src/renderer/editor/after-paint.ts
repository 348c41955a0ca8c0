/**
 * Runs a job once, in the task after the next frame, when what has changed by now is on screen. Returns its undo.
 */
export function afterPaint(job: () => void): () => void {
  const channel = new MessageChannel()
  channel.port1.addEventListener('message', job, { once: true })
  const frame = requestAnimationFrame(() => {
    channel.port1.start()
    channel.port2.postMessage(null)
  })
  return () => {
    cancelAnimationFrame(frame)
    channel.port1.close()
  }
}
