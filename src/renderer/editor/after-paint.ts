/**
 * Runs a job once, in the task after the next frame, when what has changed by now is on screen. Returns its undo.
 */
export function afterPaint(job: () => void): () => void {
  let channel: MessageChannel | null = null
  const frame = requestAnimationFrame(() => {
    // Made only now: whoever asks is often a key, which should not wait for it.
    channel = new MessageChannel()
    channel.port1.addEventListener('message', job, { once: true })
    channel.port1.start()
    channel.port2.postMessage(null)
  })
  return () => {
    cancelAnimationFrame(frame)
    channel?.port1.close()
  }
}
