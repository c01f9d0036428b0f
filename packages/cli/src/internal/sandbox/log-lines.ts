/**
 * What happens in a sandbox, a line each.
 *
 * @module
 */
import type { DeliveryLog, RequestLog } from '@pixkit/sandbox'
import type { Screen, Style } from '../../render/screen.ts'

export function requestLine({ method, path, status, operation, ms }: RequestLog, screen: Screen): string {
  const outcome = status === undefined ? screen.language.texts.sandboxDropped : String(status)
  const words = [method, path, screen.style(styleOf(status), outcome), operation, `${ms.toFixed(1)} ms`]
  return words.filter((word) => word !== undefined).join('  ')
}

export function deliveryLine({ url, attempt, status, error }: DeliveryLog, screen: Screen): string {
  const outcome = status === undefined ? (error ?? '?') : String(status)
  const { texts } = screen.language
  const words = [texts.sandboxWebhook, url, screen.style(styleOf(status), outcome)]
  return [...words, ...(attempt > 1 ? [`${texts.sandboxAttempt} ${attempt}`] : [])].join('  ')
}

/** A defect of the sandbox: whoever reports it needs the stack. */
export function errorLine(error: unknown, screen: Screen): string {
  return screen.style('red', error instanceof Error ? (error.stack ?? error.message) : String(error))
}

function styleOf(status: number | undefined): Style {
  if (status === undefined || status >= 500) return 'red'
  return status >= 400 ? 'yellow' : 'green'
}
